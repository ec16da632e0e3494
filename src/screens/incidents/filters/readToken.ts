import { incidentStates } from '../../../domain/incident'
import { startOfDay } from '../../../domain/time/zone'
import { type Instant, parseInstant } from '../../../domain/units'
import { readRange, readSeverity, readState, readStatus } from '../address'
import { type Filters, type Lack, rangeNames } from '../query'
import { severityWord, stateWord } from '../words'
import { meant, type Named, type Vocabulary } from './vocabulary'
import { kindOf, type TokenKind, type Word } from './words'

/** What a token does to the filters, or why it means nothing. */
export type TokenMeaning = { readonly change: (filters: Filters) => Partial<Filters> } | { readonly fault: string }

const lackWords: Readonly<Record<string, Lack>> = {
  owner: 'unowned',
  unowned: 'unowned',
  'no-owner': 'unowned',
  plan: 'unplanned',
  unplanned: 'unplanned',
  'no-plan': 'unplanned',
  activity: 'unmatched',
  unmatched: 'unmatched',
  'no-activity': 'unmatched',
  runbook: 'no-runbook',
  'no-runbook': 'no-runbook',
}
/** How each lack is typed after `no:`. */
export const lackTyped: Readonly<Record<Lack, string>> = {
  unowned: 'owner',
  unplanned: 'plan',
  unmatched: 'activity',
  'no-runbook': 'runbook',
}

/** `2026-11-20`, `2026-11-20T09:04` in the shown zone, or with its offset. */
export function readMoment(text: string, zone: string): Instant | undefined {
  const exact = parseInstant(text.toUpperCase())
  if (exact !== undefined) return exact
  try {
    if (!text.toUpperCase().includes('T')) return startOfDay(Temporal.PlainDate.from(text), zone)
    const at = Temporal.PlainDateTime.from(text.toUpperCase()).toZonedDateTime(zone)
    return parseInstant(at.toInstant().toString())
  } catch {
    return undefined
  }
}

const fault = (text: string): TokenMeaning => ({ fault: text })
const union = <T>(old: readonly T[], more: readonly T[]): readonly T[] => [...new Set([...old, ...more])]
type Lists = 'severities' | 'states' | 'teams' | 'people' | 'workloads' | 'problems' | 'labels' | 'lacks'

/** Adds values to a list of the filters; the first that means nothing is told. */
function adding<K extends Lists>(
  key: K,
  values: readonly string[],
  read: (value: string) => Filters[K][number] | { readonly fault: string },
): TokenMeaning {
  const found: Filters[K][number][] = []
  for (const value of values) {
    const one = read(value)
    if (typeof one === 'object') return one
    found.push(one)
  }
  return { change: (filters) => ({ [key]: union<Filters[K][number]>(filters[key], found) }) }
}

const few = 4
const namesOf = (named: readonly Named[]): string =>
  named
    .slice(0, few)
    .map(({ name }) => name)
    .join(', ') + (named.length > few ? ' …' : '')

const naming =
  (named: readonly Named[], one: string, many = `${one}s`) =>
  (value: string): string | { readonly fault: string } => {
    const found = meant(named, value)
    const [first] = found
    if (first && found.length === 1) return first.id
    return first
      ? { fault: `“${value}” fits ${found.length} ${many}: ${namesOf(found)}.` }
      : { fault: `No ${one} is called “${value}”.` }
  }

/** `1`, `SEV2`, `unknown`; `1-3` are all between. */
function severitiesIn(value: string): readonly string[] {
  const [, from, to] = /^(?:sev)?([1-5])-(?:sev)?([1-5])$/i.exec(value) ?? []
  if (from === undefined || to === undefined) return [value]
  return [1, 2, 3, 4, 5].filter((each) => each >= Number(from) && each <= Number(to)).map(String)
}

/** Understands one token of the text. */
export function readToken(word: Word, known: Vocabulary): TokenMeaning {
  const { key = '', value = '', quoted } = word
  const kind = kindOf(key)
  const values = quoted ? [value] : value.split(',').filter((each) => each !== '')
  if (kind === undefined) return fault(`“${key}:” is no filter; it is looked for as text.`)
  if (values.length === 0) return fault(`What ${key} means is missing.`)
  return readValues(kind, key, values, known)
}

function readValues(kind: TokenKind, key: string, values: readonly string[], known: Vocabulary): TokenMeaning {
  const value = values.join(',')
  const moment = () => readMoment(value, known.zone)
  const noDay = fault(`“${value}” is no day such as 2026-11-20, nor a moment such as 2026-11-20T09:04.`)
  switch (kind) {
    case 'status': {
      const status = readStatus(value.toLowerCase())
      return status ? { change: () => ({ status }) } : fault(`No status is called “${value}”: open, ended or all.`)
    }
    case 'state':
      return adding('states', values, (each) => {
        const own = each.toLowerCase()
        const found = incidentStates.find((state) => state === own || stateWord(state) === own)
        const seen = known.states.find((state) => state.toLowerCase() === own || state === `unknown:${each}`)
        return found ?? readState(seen ?? '') ?? { fault: `No state is called “${each}”.` }
      })
    case 'sev':
      return adding('severities', values.flatMap(severitiesIn), (each) => {
        const own = each.toLowerCase().replace(/^sev/, '')
        return (
          readSeverity(/^(unknown|none)$/.test(own) ? '0' : own) ?? {
            fault: `No severity “${each}”: ${severityWord(1)} to ${severityWord(5)}, or unknown.`,
          }
        )
      })
    case 'team':
      return adding('teams', values, naming(known.teams, 'team'))
    case 'person':
      return adding('people', values, (each) =>
        each.toLowerCase() === 'me'
          ? (known.me ?? { fault: 'Nobody knows who you are: “me” cannot be looked for.' })
          : naming(known.people, 'person', 'people')(each),
      )
    case 'workload':
      return adding('workloads', values, naming(known.workloads, 'workload'))
    case 'problem':
      // A problem that no source tells of may still be named by an incident.
      return adding('problems', values, (each) =>
        known.problems.length === 0 ? each : naming(known.problems, 'problem')(each),
      )
    case 'label':
      return adding(
        'labels',
        values,
        (each) => known.labels.find((label) => label.toLowerCase() === each.toLowerCase()) ?? each,
      )
    case 'no':
      return readLacks(key, values)
    case 'last': {
      const range = readRange(value.toLowerCase())
      return range
        ? { change: () => ({ range }) }
        : fault(`“${value}” is none of the ranges: ${rangeNames.join(', ')}.`)
    }
    case 'since': {
      const from = moment()
      return from === undefined ? noDay : { change: () => ({ from }) }
    }
    case 'until': {
      const to = moment()
      return to === undefined ? noDay : { change: () => ({ to }) }
    }
    case 'at': {
      const openAt = moment()
      return openAt === undefined ? noDay : { change: () => ({ openAt }) }
    }
  }
}

/** `no:owner`; also `is:unowned`, `is:open` and `is:unacknowledged`, as elsewhere. */
function readLacks(key: string, values: readonly string[]): TokenMeaning {
  const [first = ''] = values
  if (key.toLowerCase() === 'is' && values.length === 1) {
    const own = first.toLowerCase()
    const status = readStatus(own)
    if (status) return { change: () => ({ status }) }
    if (own === 'unacknowledged' || own === 'triggered')
      return { change: ({ states }) => ({ states: union(states, ['triggered']) }) }
  }
  return adding(
    'lacks',
    values,
    (each) =>
      lackWords[each.toLowerCase()] ?? {
        fault: `“${key}:${each}” is not known: ${Object.values(lackTyped)
          .map((word) => `no:${word}`)
          .join(', ')}.`,
      },
  )
}
