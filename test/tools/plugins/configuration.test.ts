import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { describe, expect, it } from 'vitest'
import { configuration } from './configuration'
import { workspace } from './workspace'

const folder = mkdtempSync(join(tmpdir(), 'watchbill-configuration-'))
const file = join(folder, 'mine.json')

describe('a configuration of one’s own', () => {
  it('stands in the place of the demo’s and of a workspace’s, as it is at each request', async () => {
    writeFileSync(file, '{"sources": []}')
    const server = await createServer({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      server: { port: 0, host: '127.0.0.1', ws: false },
      optimizeDeps: { noDiscovery: true },
      plugins: [configuration(file), workspace(folder)],
    })
    await server.listen()
    const at = server.httpServer?.address()
    const port = typeof at === 'object' && at ? at.port : undefined
    const ask = async (path: string): Promise<unknown> =>
      (await fetch(`http://127.0.0.1:${port}/${path}`)).json() as Promise<unknown>
    expect(await ask('watchbill.config.json')).toEqual({ sources: [] })
    const sources = [{ id: 'mine', type: 'rest', options: { url: 'https://ops.example/' } }]
    writeFileSync(file, JSON.stringify({ sources }))
    expect(await ask('watchbill.config.json?t=1')).toEqual({ sources })
    expect(await ask('workspace/index.json')).toEqual({ files: ['mine.json'] })
    await server.close()
  })

  it('says what is wrong with a path that leads to none', () => {
    expect(() => configuration(join(folder, 'none.json'))).toThrow(/WATCHBILL_CONFIG names .*none\.json, which is not/)
  })
})
