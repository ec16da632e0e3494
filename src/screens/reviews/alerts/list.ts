import { type Alert, type AlertFinding, alertFindings } from '../../../domain/alerts'
import type { Raw } from '../model/address'
import { type Book, narrowing, ownersOf, understood } from '../model/book'

/** How many days back events can be looked at. */
export const ranges = [30, 90, 365] as const

/** What somebody has to do something about. */
export const broken: ReadonlySet<AlertFinding> = new Set(['no-activity', 'no-owner', 'no-process'])

/** The alerts that the address asks for: one rule for the figures and the list. */
export function alertList(all: readonly Alert[], raw: Raw, book: Book) {
  const { asked, ignored } = understood({ ...raw, kind: [] }, book, alertFindings)
  const fits = narrowing(asked, book)
  const base = all.filter(({ name, workloads, matches, candidates }) => {
    const standings = [...matches, ...candidates].map(({ standing }) => standing)
    const owners = workloads.flatMap((id) => book.ownership.workload(id)?.team ?? [])
    return fits({
      words: [name, ...standings.map(({ activity }) => activity.name)],
      parties: [...matches.flatMap(({ standing }) => ownersOf(standing)), ...owners],
      workloads: [...workloads, ...matches.map(({ standing }) => standing.activity.workload)],
    })
  })
  const strange = ranges.some((each) => each === raw.days) ? [] : [{ filter: 'days', value: String(raw.days) }]
  return {
    shown: base.filter(({ finding }) => asked.show.length === 0 || asked.show.includes(finding)),
    count: (wanted: Alert['finding']) => base.filter(({ finding }) => finding === wanted).length,
    ignored: [...ignored, ...strange],
  }
}
