import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instant } from '../../../src/domain/units'
import { securityHeaders } from '../../tools/csp'
import { fileAt } from '../../tools/staticFiles'
import { authorization, catalogue } from '../backstage/server'
import { post, startAlertmanager, startPrometheus } from '../prometheus/serve'
import { startProxy } from '../proxy'
import { signedIn, startRt } from '../rt/serve'
import { alertsOf, catalogueOf, companyAt, deskOf, peopleOf, type Renaming } from './company'

/** The configuration that the app reads: one of the files that are served. */
const configuration = readFileSync(join(import.meta.dirname, 'watchbill.config.json'), 'utf8')
interface Configured {
  readonly sources: readonly { readonly id: string; readonly aliases?: Renaming }[]
}
/** Written beside this file: it has that shape. */
const { sources } = JSON.parse(configuration) as Configured
const renaming = (id: string): Renaming => sources.find((source) => source.id === id)?.aliases ?? {}

/** A rule of Prometheus that always fires: whoever does not hear of it knows that monitoring is dead. */
const rules = `
groups:
  - name: example
    rules:
      - { alert: Watchdog, expr: vector(1), labels: { service: observability, severity: info }, annotations: { summary: Monitoring lives } }
`

type Said = (what: string) => void

/**
 * Backstage, Request Tracker, Prometheus and Alertmanager with one company in them, and the app before them behind one
 * proxy that adds the tokens. `folder` holds the built app.
 */
export async function startExample(
  folder: string,
  { port = 0, say = () => undefined }: { port?: number; say?: Said } = {},
) {
  const now = instant(Date.now())
  const company = companyAt(now)
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).toReversed()) await each()
  }
  const started = async <T extends { readonly stop: () => Promise<void> }>(what: string, starting: Promise<T>) => {
    const server = await starting
    stops.push(server.stop)
    say(`${what} serves.`)
    return server
  }
  try {
    const proxy = await started(
      'The proxy',
      startProxy({
        port,
        otherwise: (asked, response) => {
          const path = new URL(asked.url ?? '/', 'http://proxy').pathname
          if (path === '/watchbill.config.json')
            return void response.writeHead(200, { 'content-type': 'application/json' }).end(configuration)
          void fileAt(folder, '/', path).then((file) =>
            file
              ? response.writeHead(200, { ...securityHeaders, 'content-type': file.type }).end(file.content)
              : response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found'),
          )
        },
      }),
    )
    const manager = await started('Alertmanager', startAlertmanager())
    proxy.route('/alertmanager', { to: manager.url })
    await started('Prometheus', startPrometheus(manager.port, rules))
    await post(manager.url, alertsOf(company, now, renaming('alerts')))
    // Both take their time: at once, and whatever came of one, the other is known before anything is stopped.
    const [desk, backstage] = await Promise.allSettled([
      started('Request Tracker', startRt(deskOf(company, renaming('tickets')), peopleOf(company), 3)),
      started('Backstage', catalogue(catalogueOf(company))),
    ])
    if (desk.status === 'rejected') throw desk.reason
    if (backstage.status === 'rejected') throw backstage.reason
    proxy.route('/rt', { to: desk.value.url, headers: signedIn })
    proxy.route('/backstage', { to: backstage.value.url, headers: authorization })
    return { url: `${proxy.url}/`, proxy, manager, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}
