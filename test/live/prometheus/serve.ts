import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers, freePort, scratch, start } from '../servers'

/** One Alertmanager: critical alerts go to two receivers, and a dead host stands for what runs on it. */
const routes = `
route:
  receiver: team
  group_by: [alertname]
  group_wait: 1s
  routes:
    - receiver: pager
      matchers: [severity="critical"]
      group_by: [cluster]
      continue: true
    - receiver: team
receivers: [{ name: team }, { name: pager }]
inhibit_rules:
  - source_matchers: [alertname="HostDown"]
    target_matchers: [alertname!="HostDown"]
    equal: [instance]
`

/** Starts Alertmanager 0.25 on a port of its own. */
export async function startAlertmanager() {
  const [port, files] = [await freePort(), scratch('alertmanager')]
  writeFileSync(join(files.path, 'config.yml'), routes)
  const url = `http://127.0.0.1:${port}`
  const started = await start({
    command: 'prometheus-alertmanager',
    args: [
      `--config.file=${join(files.path, 'config.yml')}`,
      `--storage.path=${join(files.path, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    ready: () => answers(`${url}/-/ready`),
  })
  const stop = async () => {
    await started.stop()
    files.remove()
  }
  return { url, port, stop }
}

/** Starts Prometheus 2.42, which watches itself every second by the rules and tells that Alertmanager. */
export async function startPrometheus(alertmanager: number, rules: string) {
  const [port, files] = [await freePort(), scratch('prometheus')]
  const config = `
global: { scrape_interval: 1s, evaluation_interval: 1s, external_labels: { cluster: prod } }
rule_files: [rules.yml]
alerting: { alertmanagers: [{ static_configs: [{ targets: ['127.0.0.1:${alertmanager}'] }] }] }
scrape_configs: [{ job_name: payments, static_configs: [{ targets: ['127.0.0.1:${port}'] }] }]
`
  writeFileSync(join(files.path, 'config.yml'), config)
  writeFileSync(join(files.path, 'rules.yml'), rules)
  const url = `http://127.0.0.1:${port}`
  const started = await start({
    command: 'prometheus',
    args: [
      `--config.file=${join(files.path, 'config.yml')}`,
      `--storage.tsdb.path=${join(files.path, 'data')}`,
      '--storage.tsdb.retention.time=30d',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    ready: () => answers(`${url}/-/ready`),
  })
  const stop = async () => {
    await started.stop()
    files.remove()
  }
  return { url, stop }
}

/** Posts alerts that fire until they are heard of again, for a day at least. */
export async function post(url: string, alerts: readonly object[]): Promise<void> {
  const endsAt = new Date(Date.now() + 86_400_000).toISOString()
  const response = await fetch(`${url}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alerts.map((alert) => ({ endsAt, ...alert }))),
  })
  if (!response.ok) throw new Error(`Alertmanager answered ${response.status}: ${await response.text()}`)
}
