import { type Alert, type AlertFinding, alertFindings, alertsOf } from '../../../domain/alerts'
import type { OpsEvent } from '../../../domain/event'
import type { Incident } from '../../../domain/incident'
import type { Raw } from '../model/address'
import { type Book, narrowing, ownersOf, understood } from '../model/book'

/** How many days back events can be looked at. */
export const ranges = [30, 90, 365] as const

/** What somebody has to do something about. */
export const broken: ReadonlySet<AlertFinding> = new Set(['no-activity', 'no-owner', 'no-process'])

/** The alerts that the address asks for: one rule for the figures and the list. */
export function alertList(events: readonly OpsEvent[], incidents: readonly Incident[], raw: Raw, book: Book) {
  const { asked, ignored } = understood({ ...raw, kind: [] }, book, alertFindings)
  const answered = new Map(incidents.map(({ id, activity }) => [id, activity]))
  const all = alertsOf({ standings: book.ownership.standings, events, answeredBy: (id) => answered.get(id) })
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
    all,
    shown: base.filter(({ finding }) => asked.show.length === 0 || asked.show.includes(finding)),
    count: (wanted: Alert['finding']) => base.filter(({ finding }) => finding === wanted).length,
    /** Alarms that do not say whether they page. */
    silent: events.filter(({ kind, pages }) => kind === 'alarm' && pages === undefined).length,
    ignored: [...ignored, ...strange],
  }
}
