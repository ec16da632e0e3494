import type { Within } from '../../domain/dimension'
import { eventKinds } from '../../domain/event'
import type { EventWithin } from '../../domain/eventDimension'
import { incidentStates } from '../../domain/incident'
import { writeEventWithin, writeWithin } from '../../domain/query/within'
import { openValue, unknownText } from '../../domain/units'

/**
 * Dimensions whose values are words of an open vocabulary: on the wire they are the backend's own. `required`: every
 * record has one, so that an empty text is a word too.
 */
const vocabularies: Readonly<Record<string, { readonly known: readonly string[]; readonly required?: true }>> = {
  state: { known: incidentStates, required: true },
  detection: { known: ['alarm', 'person', 'customer'] },
  kind: { known: eventKinds, required: true },
  outcome: { known: ['escalated', 'grouped', 'ignored'] },
}

const vocabularyOf = (dimension: string) =>
  Object.hasOwn(vocabularies, dimension) ? vocabularies[dimension] : undefined

/** A value of a dimension as it stands on the wire. */
export const told = (dimension: string, value: string): string =>
  vocabularyOf(dimension) ? (unknownText(value) ?? value) : value

/** A value from the wire in the domain's words; `''` where nothing is recorded. */
export function heard(dimension: string, value: string): string {
  const vocabulary = vocabularyOf(dimension)
  if (!vocabulary || (value === '' && !vocabulary.required)) return value
  return openValue(vocabulary.known, value)
}

const inTheirWords = <W extends Within | EventWithin>(limits: readonly W[]): readonly W[] =>
  limits.map((limit) => ({ ...limit, values: limit.values.map((value) => told(limit.by, value)) }))

const isOfEvents = (limits: readonly (Within | EventWithin)[]): limits is readonly EventWithin[] =>
  limits.every((limit) => !('zone' in limit))

/** Limits as the wire's text. */
export const withinText = (limits: readonly Within[] | readonly EventWithin[]): string =>
  isOfEvents(limits) ? writeEventWithin(inTheirWords(limits)) : writeWithin(inTheirWords(limits))
