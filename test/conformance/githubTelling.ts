import type { Facet } from '../../src/domain/query/facets'
import { type Telling, toldEntry } from './harness'

/** GitHub writes an event for what went and one for what came, and what was said becomes a comment. */
const entries: Telling['entries'] = (expected) =>
  expected.flatMap(({ kind: told, text, from, to }) => {
    const kind = told === 'resume' ? 'state' : told
    if (kind === 'note' || kind === 'update') return [toldEntry('note', { text })]
    const state = kind === 'state'
    // `triggered` and `closed` are no labels, and what is not known has none.
    const labelled = (value: string | undefined) =>
      value && !(state && /^(triggered|closed)$/.test(value)) && value !== 'unknown'
    return [
      ...(labelled(from) ? [toldEntry(kind, { from })] : []),
      ...(labelled(to) ? [toldEntry(kind, { to })] : []),
      ...(state && to === 'closed' ? [toldEntry('state', { to })] : []),
      ...(state && from === 'closed' ? [toldEntry('state', { from, to: 'triggered' })] : []),
      ...(text && (state || kind === 'severity') ? [toldEntry('note', { text })] : []),
    ]
  })

/** The only moments that GitHub keeps are its own. */
const own = new Set(['clocks', 'updateDue', 'reassignments', 'reopened', 'returns'])
const record = (_facet: Facet, body: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name)))

/** How far GitHub keeps what a command changed: the same for the mock and for the emulator. */
export const githubTelling: Telling = { record, entries }
