import { chmodSync, chownSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawEntity } from '../../../mocks/backstage/process'
import { answers, freePort, scratch, start } from '../servers'

const token = 'a-token-that-only-the-proxy-knows'
/** What the proxy adds and the browser never sees. */
export const authorization = { authorization: `Bearer ${token}` }

/** Nobody: PostgreSQL does not run as root. */
const nobody = 65_534

export interface Catalogue {
  /** What stands before `/entities`. It wants a token. */
  readonly url: string
  /** Replaces every entity, and waits until the catalogue tells them. */
  readonly load: (entities: readonly RawEntity[]) => Promise<void>
  readonly stop: () => Promise<void>
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts the backend with its database, and waits until it tells these entities. */
export async function catalogue(entities: readonly RawEntity[]): Promise<Catalogue> {
  const folder = scratch('backstage')
  const file = join(folder.path, 'entities.json')
  const write = (all: readonly RawEntity[]) =>
    // Several documents in one file: JSON is YAML too.
    writeFileSync(file, all.map((each) => JSON.stringify(each)).join('\n---\n'))
  write(entities)
  chmodSync(folder.path, 0o755)
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder.path, nobody, nobody)
  const [port, databasePort] = [await freePort(), await freePort()]
  const command = [process.execPath, 'serve.mjs', `${port}`, `${databasePort}`, folder.path, file]
  const [program = '', ...args] = isRoot
    ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...command]
    : command
  const url = `http://127.0.0.1:${port}/api/catalog`
  const server = await start({
    command: program,
    args,
    cwd: import.meta.dirname,
    env: { HOME: folder.path, NODE_ENV: 'production', WATCHBILL_TOKEN: token },
    ready: async () =>
      (await answers(url)) && (await fetch(`${url}/entities/by-query?limit=0`, { headers: authorization })).ok,
    within: 180_000,
  })

  /** Whether it tells these, with their owners, and no others. */
  const tells = async (all: readonly RawEntity[]): Promise<boolean> => {
    const filter = ['component', 'resource', 'system', 'domain', 'group', 'user'].map((kind) => `kind=${kind}`).join()
    const query = `limit=5000&fields=metadata.name,metadata.title,relations&filter=${filter}`
    const response = await fetch(`${url}/entities/by-query?${query}`, { headers: authorization })
    const { items } = (await response.json()) as {
      readonly items: readonly { readonly metadata: RawEntity['metadata']; readonly relations?: readonly unknown[] }[]
    }
    const title = ({ name, title: said }: RawEntity['metadata']) => `${name} ${said ?? ''}`
    return (
      items.length === all.length &&
      items
        .map(({ metadata }) => title(metadata))
        .toSorted()
        .join('\n') ===
        all
          .map(({ metadata }) => title(metadata))
          .toSorted()
          .join('\n') &&
      items.filter(({ relations }) => (relations?.length ?? 0) > 0).length >= all.length * 0.9
    )
  }
  const settle = async (all: readonly RawEntity[]) => {
    const until = Date.now() + 120_000
    while (!(await tells(all))) {
      if (Date.now() > until) throw new Error(`The catalogue does not tell what it was given:\n${server.output()}`)
      await pause(250)
    }
  }
  await settle(entities)
  return {
    url,
    load: async (all) => {
      write(all)
      await settle(all)
    },
    stop: async () => {
      await server.stop()
      // Its database tidies up after itself meanwhile: what is removed under its hands stays in part.
      for (let tries = 0; tries < 40 && existsSync(folder.path); tries += 1) {
        await pause(250)
        folder.remove()
      }
    },
  }
}
