import { incidentStates, severities } from '../../../domain/incident'
import { dateText } from '../../../domain/time/format'
import { after, day24, duration, type Instant, unknownText } from '../../../domain/units'
import { lacks, rangeNames, rangeText, statuses } from '../query'
import { lackText, stateWord } from '../words'
import { lackTyped } from './readToken'
import type { Named, Vocabulary } from './vocabulary'
import { kindHints, kindOf, typed, tokenKinds, type TokenKind, wordsIn } from './words'

/** Something that can stand in the place of the last word. */
export interface Suggestion {
  /** The text of the word. It ends in a colon where a value must follow. */
  readonly insert: string
  readonly label: string
  readonly hint: string
}

/** Most that are drawn at once: whoever wants another types a letter more. */
const most = 40

const of = (kind: TokenKind, value: string, hint = '', label = `${kind}: ${value}`): Suggestion => ({
  insert: typed(kind, value),
  label,
  hint,
})
const called = (kind: TokenKind, named: readonly Named[]): readonly Suggestion[] => {
  const times = Map.groupBy(named, ({ name }) => name.toLowerCase())
  return named.map(({ id, name }) =>
    of(kind, (times.get(name.toLowerCase())?.length ?? 0) > 1 ? id : name, id, `${kind}: ${name}`),
  )
}

const dayOf = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** Every value of a kind that is known. */
function valuesOf(kind: TokenKind, known: Vocabulary, now: Instant): readonly Suggestion[] {
  switch (kind) {
    case 'status':
      return statuses.map((status) => of(kind, status))
    case 'state':
      return [
        ...incidentStates.map((state) => of(kind, stateWord(state))),
        ...known.states.flatMap((state) => {
          const raw = unknownText(state)
          return raw === undefined ? [] : [of(kind, raw, 'not known here')]
        }),
      ]
    case 'sev':
      return [...severities.map((each) => of(kind, String(each))), of(kind, '1-2'), of(kind, 'unknown')]
    case 'team':
      return called(kind, known.teams)
    case 'person':
      return [...(known.me === undefined ? [] : [of(kind, 'me', 'you')]), ...called(kind, known.people)]
    case 'workload':
      return called(kind, known.workloads)
    case 'problem':
      return known.problems.map(({ id, name }) => of(kind, id, name))
    case 'label':
      return known.labels.map((label) => of(kind, label))
    case 'no':
      return lacks.map((lack) => of(kind, lackTyped[lack], lackText[lack]))
    case 'last':
      return rangeNames.flatMap((range) => (range === 'all' ? [] : [of(kind, range, rangeText[range])]))
    case 'since':
    case 'until':
    case 'at':
      return [0, 1, 7, 28, 90].map((days) => {
        const at = after(now, duration(-days * day24))
        const when = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
        return of(kind, dayOf(at, known.zone), `${when}, ${dateText(at, known.zone)}`)
      })
  }
}

const holds =
  (text: string) =>
  ({ label, hint }: Suggestion): boolean =>
    text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => label.toLowerCase().includes(word) || hint.toLowerCase().includes(word))

/** The kinds of value that a plain word is looked up in. */
const looked: readonly TokenKind[] = ['workload', 'team', 'person', 'label', 'problem']

/** What may be meant by the last word of the text, `now` being the newest moment of the data. */
export function suggest(text: string, known: Vocabulary, now: Instant): readonly Suggestion[] {
  const last = /\s$/.test(text) ? undefined : wordsIn(text).at(-1)
  const kinds = tokenKinds.map((kind) => ({ insert: `${kind}:`, label: `${kind}:`, hint: kindHints[kind] }))
  if (!last) return kinds
  const { key, value = '' } = last
  const kind = key === undefined ? undefined : kindOf(key)
  if (kind) {
    // After a comma the next value is typed.
    const own = (last.quoted ? value : (value.split(',').at(-1) ?? '')).trim()
    return valuesOf(kind, known, now)
      .filter(({ label, hint }) => holds(own)({ label: label.slice(kind.length + 2), hint, insert: '' }))
      .slice(0, most)
  }
  const own = last.text.toLowerCase()
  if (own.length < 2) return kinds.filter(({ label }) => label.startsWith(own))
  return [
    ...kinds.filter(({ label }) => label.startsWith(own)),
    ...looked.flatMap((each) => valuesOf(each, known, now).filter(holds(own)).slice(0, 4)),
  ].slice(0, 12)
}

/** The text with a suggestion in the place of its last word. */
export function withSuggestion(text: string, { insert }: Suggestion): string {
  const words = wordsIn(text)
  const kept = /\s$/.test(text) ? words : words.slice(0, -1)
  return [...kept.map((word) => word.text), insert].join(' ')
}
