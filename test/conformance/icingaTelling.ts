import type { Harness, Telling } from './harness'

/** The only moment of an acknowledgement is Icinga's own. */
const record: Telling['record'] = (_facet, body) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'clocks'))

/** Every word is a comment, and an acknowledgement cannot be without one. */
const entries: Telling['entries'] = (expected) =>
  expected.map((entry) => {
    if (entry.kind === 'update') return { ...entry, kind: 'note' }
    return entry.kind === 'state' ? { ...entry, text: entry.text ?? 'Acknowledged in Watchbill' } : entry
  })

/** What Icinga carries out, and how far it keeps that: the same for the mock and for the real one. */
export const icingaTelling: Pick<Harness, 'carries' | 'telling'> = {
  carries: (command) =>
    (command.kind === 'set-state' && command.to === 'acknowledged') ||
    (command.kind === 'add-entry' && command.at === undefined),
  telling: { record, entries },
}
