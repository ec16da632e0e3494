import { type Fault, SourceError } from '../contract'

interface Meaning {
  readonly fault: Fault
  readonly say: string
}

const tooLarge: Meaning = {
  fault: 'unsupported',
  say: 'The question is too large for what this user may read: choose a shorter time, or limit it by team or workload.',
}
const notDeployed: Meaning = {
  fault: 'unsupported',
  say: 'What Watchbill asks for is not there, or of another version: deploy schema.sql and handlers.xml of this build.',
}
const shardLost: Meaning = {
  fault: 'unreachable',
  say: 'A shard of the cluster does not answer, so that nothing is shown rather than a part of it: look after that node.',
}

/** The codes of `ErrorCodes.cpp` that somebody can do something about. */
const meanings: Readonly<Record<number, Meaning>> = {
  // QUOTA_EXCEEDED, TOO_MANY_SIMULTANEOUS_QUERIES
  201: { fault: 'rate-limited', say: 'The quota of this user is used up for now.' },
  202: { fault: 'rate-limited', say: 'ClickHouse is busy with other questions.' },
  // ACCESS_DENIED, READONLY
  497: { fault: 'forbidden', say: 'This user may not read that: grant SELECT as users.d/watchbill.xml does.' },
  164: { fault: 'forbidden', say: 'This user may not do that.' },
  // UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, AUTHENTICATION_FAILED
  192: { fault: 'unauthenticated', say: 'ClickHouse does not know the user: the proxy has to add one.' },
  193: { fault: 'unauthenticated', say: 'ClickHouse does not accept the password that the proxy adds.' },
  194: { fault: 'unauthenticated', say: 'ClickHouse wants a password: the proxy has to add it.' },
  516: { fault: 'unauthenticated', say: 'ClickHouse does not accept the user or the password that the proxy adds.' },
  // TOO_MANY_ROWS, TOO_MANY_ROWS_OR_BYTES, TOO_MANY_BYTES, MEMORY_LIMIT_EXCEEDED
  158: tooLarge,
  396: tooLarge,
  307: tooLarge,
  241: tooLarge,
  // TIMEOUT_EXCEEDED, TOO_SLOW, SOCKET_TIMEOUT
  159: { fault: 'timeout', say: 'The question took longer than this user may ask: choose a shorter time.' },
  160: { fault: 'timeout', say: 'The question would take longer than this user may ask: choose a shorter time.' },
  // UNKNOWN_TABLE, UNKNOWN_DATABASE, UNKNOWN_IDENTIFIER, UNKNOWN_QUERY_PARAMETER, BAD_QUERY_PARAMETER
  60: notDeployed,
  81: notDeployed,
  47: notDeployed,
  456: notDeployed,
  457: notDeployed,
  // ALL_CONNECTION_TRIES_FAILED, NETWORK_ERROR, SOCKET_TIMEOUT, DNS_ERROR
  279: shardLost,
  210: shardLost,
  209: shardLost,
  198: shardLost,
}

/** Milliseconds until a quota begins anew, where ClickHouse says when; its servers keep UTC. */
const waitOf = (said: string, now: number): number | undefined => {
  const [, until] = /interval will end at (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/i.exec(said) ?? []
  const wait = until === undefined ? Number.NaN : Date.parse(`${until.replace(' ', 'T')}Z`) - now
  return wait >= 0 && wait <= 600_000 ? wait : undefined
}

/** What ClickHouse said, without its stack. */
const shortened = (said: string): string => said.trim().replace(/\s+/g, ' ').slice(0, 300)

/** An exception of ClickHouse as a fault: what it is and what to do, and its own words. `now` is the browser's clock. */
export function exceptionOf(source: string, code: number, said: string, now: number): SourceError {
  const { fault, say } = meanings[code] ?? { fault: 'bad-response', say: 'ClickHouse could not answer.' }
  const wait = fault === 'rate-limited' ? waitOf(said, now) : undefined
  return new SourceError(fault, source, `${say} (${shortened(said)})`, {
    ...(wait !== undefined && { retryAfter: wait }),
  })
}
