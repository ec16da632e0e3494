import { type IncidentState, incidentStates, type Severity, severity } from '../../domain/incident'
import { type Instant, type Open, parseInstant, unknownText } from '../../domain/units'
import { lacks, orders, rangeNames, statuses } from './query'

/** A part of the address that means nothing here. It is told, and left out. */
export interface Wrong {
  readonly key: string
  readonly text: string
}

/** Reads the words of an address, and keeps those that mean nothing. */
export function addressReader() {
  const wrong: Wrong[] = []
  const told = <T>(key: string, text: string, value: T | undefined): T | undefined => {
    if (value === undefined) wrong.push({ key, text })
    return value
  }
  const one = <T>(key: string, text: string | null, read: (text: string) => T | undefined): T | undefined =>
    text === null || text === '' ? undefined : told(key, text, read(text))
  return {
    wrong,
    one,
    moment: (key: string, text: string | null): Instant | undefined => one(key, text, parseInstant),
    many: <T>(key: string, texts: readonly string[], read: (text: string) => T | undefined): readonly T[] => [
      ...new Set(
        texts.flatMap((text) => {
          const value = told(key, text, read(text))
          return value === undefined ? [] : [value]
        }),
      ),
    ],
  }
}

/** `1` to `5`; `0` stands for those that are not known. */
export const readSeverity = (text: string): Severity | 0 | undefined => (text === '0' ? 0 : severity(Number(text)))

/** A state of ours, or one that a source said and nobody knows: `unknown:paused`. */
export const readState = (text: string): Open<IncidentState> | undefined => {
  const raw = unknownText(text)
  return raw === undefined ? incidentStates.find((state) => state === text) : `unknown:${raw}`
}

/** One of a closed list. */
export const oneOf =
  <T extends string>(known: readonly T[]) =>
  (text: string): T | undefined =>
    known.find((each) => each === text)

export const readLack = oneOf(lacks)
export const readStatus = oneOf(statuses)
/** What `from` and `to` are about: `opened`, as usual, or `burning`. */
export const readAbout = oneOf(['opened', 'burning'])
export const readRange = oneOf(rangeNames)
export const readOrder = oneOf(orders)
