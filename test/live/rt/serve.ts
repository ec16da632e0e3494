import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { customFields, type Told, web } from '../../../mocks/rt/told'
import { formatInstant, type Instant } from '../../../src/domain/units'
import { answers, freePort, scratch, start } from '../servers'

const account = { name: 'watchbill', password: 'live-secret' }
/** What a proxy adds and the browser never sees. */
export const signedIn = {
  authorization: `Basic ${Buffer.from(`${account.name}:${account.password}`).toString('base64')}`,
}

/** The lifecycle that RT begins with, and what Larkmere has beside it; in a zone that is far from UTC. */
const configuration = (folder: string, port: number) => `
Set($rtname, 'larkmere'); Set($Organization, 'larkmere');
Set($WebBaseURL, '${web}'); Set($WebPath, ''); Set($WebDomain, '127.0.0.1'); Set($WebPort, ${port});
Set($DatabaseType, 'SQLite'); Set($DatabaseName, '${folder}/rt.db');
Set($DatabaseHost, ''); Set($DatabasePort, ''); Set($DatabaseUser, ''); Set($DatabasePassword, '');
Set($Timezone, 'America/New_York');
Set($LogToSyslog, undef); Set($LogToSTDERR, 'error'); Set($MailCommand, 'testfile');
# Every request signs in: cheaply, for there are thousands.
Set($BcryptCost, 4);
Set($MasonDataDir, '${folder}/mason'); Set($MasonSessionDir, '${folder}/session');
Set(%Lifecycles, default => {
  initial => ['new'],
  active => ['open', 'mitigating', 'stalled', 'known error', 'fix in progress'],
  inactive => ['resolved', 'closed', 'rejected', 'deleted'],
  defaults => { on_create => 'new', on_merge => 'resolved' },
  transitions => { '' => ['new'], map { my $from = $_; $from => [ grep { $_ ne $from && $_ ne 'new' }
    'open', 'mitigating', 'stalled', 'known error', 'fix in progress', 'resolved', 'closed', 'rejected', 'deleted' ] }
    'new', 'open', 'mitigating', 'stalled', 'known error', 'fix in progress', 'resolved', 'closed', 'rejected', 'deleted' },
  rights => { '* -> *' => 'ModifyTicket' }, actions => [],
});
1;
`

const sqlTime = (at: Instant | undefined) =>
  at === undefined ? undefined : formatInstant(at).slice(0, 19).replace('T', ' ')

function loaded(tickets: readonly Told[], others: readonly string[]) {
  const people = tickets.flatMap(({ owner, history }) => [
    owner,
    ...history.flatMap(({ actor, field, from, to }) => (field === 'Owner' ? [actor, from, to] : [actor])),
  ])
  return {
    account,
    queues: [...new Set(tickets.map(({ queue }) => queue))],
    fields: Object.entries(customFields).map(([name, type]) => ({ name, type })),
    users: [...new Set([...people, ...others])].filter((name) => name !== undefined && name !== ''),
    tickets: tickets.map(({ created, started, resolved, updated, history, ...ticket }) => ({
      ...ticket,
      created: sqlTime(created),
      started: sqlTime(started),
      resolved: sqlTime(resolved),
      updated: sqlTime(updated),
      history: history.map(({ at, ...moment }) => ({ ...moment, at: sqlTime(at) })),
    })),
  }
}

/**
 * Starts Request Tracker 5 over a database of its own that holds these tickets, with these others as users. With one
 * worker the database can be put back beneath it: no other has read what it has not.
 */
export async function startRt(tickets: readonly Told[], others: readonly string[] = [], workers = 1) {
  const [port, files] = [await freePort(), scratch('rt')]
  const at = (name: string) => join(files.path, name)
  for (const name of ['mason', 'session', 'conf.d']) mkdirSync(at(name))
  writeFileSync(at('RT_SiteConfig.pm'), configuration(files.path, port))
  const env = { RT_SITE_CONFIG: at('RT_SiteConfig.pm'), RT_SITE_CONFIG_DIR: at('conf.d') }
  /** Runs a program to its end. */
  const run = (command: string, args: readonly string[], input = '') =>
    new Promise<void>((resolve, reject) => {
      const child = execFile(command, args, { env: { ...process.env, ...env } }, (error, _said, complained) =>
        error ? reject(new Error(`${command} ended with ${error.code}: ${complained}`)) : resolve(),
      )
      child.stdin?.end(input)
    })
  await run('rt-setup-database-5', ['--action', 'init', '--skip-create', '--dba', '', '--dba-password', ''])
  await run('perl', [join(import.meta.dirname, 'load.pl')], JSON.stringify(loaded(tickets, others)))
  const [database, kept] = [at('rt.db'), at('kept.db')]
  copyFileSync(database, kept)

  const url = `http://127.0.0.1:${port}`
  const started = await start({
    command: '/usr/share/request-tracker5/libexec/rt-server',
    args: ['--host', '127.0.0.1', '--port', `${port}`, '--max-workers', `${workers}`],
    env,
    ready: () => answers(`${url}/REST/2.0/queues/all`, signedIn),
    within: 120_000,
  })
  return {
    url,
    output: started.output,
    /** Puts the database back as it was. No request may be under way, and there may be one worker only. */
    restore: () => copyFileSync(kept, database),
    stop: async () => {
      await started.stop()
      files.remove()
    },
  }
}
