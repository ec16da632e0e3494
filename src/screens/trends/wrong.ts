import { happenings } from '../../charts'
import { severityKeys } from './address'
import { clockNames, divisions } from './drawing'
import { steps } from './model/periods'
import { problemOrders } from './model/problems'
import { comparisons, ranges } from './model/range'

/** The words that each key of the address can have, one of them or several. */
const words: Readonly<Record<string, readonly string[]>> = {
  range: ranges,
  per: steps,
  against: comparisons,
  severity: severityKeys,
  by: divisions,
  clock: clockNames,
  closed: ['true', 'false'],
  hide: happenings,
  problems: problemOrders,
}
const several: ReadonlySet<string> = new Set(['severity', 'hide'])

/** What in the address names nothing that there is, as `key=word`. */
export const wrongIn = (search: string): readonly string[] =>
  [...new URLSearchParams(search)].flatMap(([key, text]) => {
    const known = Object.hasOwn(words, key) ? words[key] : undefined
    if (!known || text === '') return []
    const given = several.has(key) ? text.split(',') : [text]
    return given.filter((each) => !known.includes(each)).map((each) => `${key}=${each.slice(0, 40)}`)
  })
