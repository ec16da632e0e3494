import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { request } from 'node:https'
import { freePort, scratch, start } from '../servers'

const user = 'watchbill'
const password = 'live-secret'
const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const program = '/usr/sbin/icinga2'
/** What a proxy adds. */
export const signedIn = { authorization }

const base = (port: number) => `
const NodeName = "live"
object Endpoint NodeName { }
object Zone NodeName { endpoints = [ NodeName ] }
object ApiListener "api" { bind_host = "127.0.0.1", bind_port = ${port} }
object ApiUser "${user}" {
  password = "${password}"
  permissions = [ "objects/query/Host", "objects/query/Service", "objects/query/Comment", "events/*",
    "actions/acknowledge-problem", "actions/remove-acknowledgement", "actions/add-comment" ]
}
object ApiUser "tester" { password = "${password}", permissions = [ "*" ] }
object CheckCommand "none" { command = [ "/bin/true" ] }
template Host "told" { check_command = "none", enable_active_checks = false, max_check_attempts = 1 }
template Service "told" { check_command = "none", enable_active_checks = false, max_check_attempts = 1 }
`

export type Icinga = Awaited<ReturnType<typeof startIcinga>>

/**
 * Starts Icinga 2.13 with a configuration of its own: nothing is checked, results are told by `check`. What it is to
 * remember of before is given as the file that it would have left.
 */
export async function startIcinga(objects: string, remembered = '') {
  const [port, files] = [await freePort(), scratch('icinga')]
  const at = (...names: readonly string[]) => join(files.path, ...names)
  for (const name of ['etc', 'data/certs', 'cache', 'log', 'spool', 'run']) mkdirSync(at(name), { recursive: true })
  const folders = { Config: 'etc', Data: 'data', Cache: 'cache', Log: 'log', Spool: 'spool', InitRun: 'run' }
  const owner = execFileSync('id', ['-un']).toString().trim()
  const group = execFileSync('id', ['-gn']).toString().trim()
  const defined = [
    ...Object.entries(folders).map(([name, folder]) => `-DConfiguration.${name}Dir=${at(folder)}`),
    `-DConfiguration.RunAsUser=${owner}`,
    `-DConfiguration.RunAsGroup=${group}`,
  ]
  const [key, certificate] = [at('data', 'certs', 'live.key'), at('data', 'certs', 'live.crt')]
  execFileSync(program, ['pki', 'new-cert', ...defined, '--cn', 'live', '--key', key, '--cert', certificate])
  copyFileSync(certificate, at('data', 'certs', 'ca.crt'))
  writeFileSync(at('etc', 'icinga2.conf'), base(port) + objects)
  const url = `https://127.0.0.1:${port}`

  /** Sends an action as one who may do anything. */
  const send = (path: string, body: object): Promise<string> =>
    new Promise((resolve, reject) => {
      const token = Buffer.from(`tester:${password}`).toString('base64')
      const headers = { authorization: `Basic ${token}`, accept: 'application/json' }
      const asked = request(`${url}${path}`, { method: 'POST', headers, rejectUnauthorized: false }, (answer) => {
        let text = ''
        answer.on('data', (part) => void (text += String(part)))
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode}: ${text}`)),
        )
      })
      asked.once('error', reject)
      asked.end(JSON.stringify(body))
    })
  const act = async (action: string, object: string, words: object) => {
    const type = object.includes('!') ? 'Service' : 'Host'
    const filter = `${type.toLowerCase()}.__name == wanted`
    return send(`/v1/actions/${action}`, { ...words, type, filter, filter_vars: { wanted: object } })
  }
  const begin = () => {
    writeFileSync(at('data', 'icinga2.state'), remembered)
    return start({
      command: program,
      args: ['daemon', '-c', at('etc', 'icinga2.conf'), ...defined],
      ready: () =>
        send('/v1/actions/process-check-result', {}).then(
          () => true,
          (cause: unknown) => String(cause).includes('400') || String(cause).includes('404'),
        ),
    })
  }
  let started = await begin()
  return {
    url,
    act,
    /** Forgets all that happened since it was started, and starts it anew. */
    restart: async () => {
      await started.stop()
      for (const name of ['api', 'modified-attributes.conf']) rmSync(at('data', name), { recursive: true, force: true })
      started = await begin()
    },
    /** Tells the result of a check: 0 is well. */
    check: (object: string, exit: number, output: string) =>
      act('process-check-result', object, { exit_status: exit, plugin_output: output }),
    stop: async () => {
      await started.stop()
      files.remove()
    },
  }
}
