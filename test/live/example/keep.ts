import { startExample } from './serve'

/** Runs the example until it is told to end. */
export async function keep(folder: string, port: number): Promise<void> {
  const say = (what: string) => process.stdout.write(`${what}\n`)
  say('Starting Backstage, Request Tracker, Prometheus and Alertmanager: a minute or two …')
  const { url, stop } = await startExample(folder, { port, say })
  say(`\nWatchbill over all of them: ${url}\nCtrl-C ends it.`)
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  say('\nStopping …')
  await stop()
}
