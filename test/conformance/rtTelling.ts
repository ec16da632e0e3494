import { facetRules, type Holdings } from '../../src/domain/query/facets'
import type { Source } from '../../src/sources/contract'
import { type Telling, toldEntry } from './harness'

/** RT keeps moments and counts of its own, no history of problems, and a problem is fixed when it is resolved. */
const own = new Set(['clocks', 'updateDue', 'reassignments', 'reopened', 'history', 'opened', 'fixes', 'links'])

/** The source, and the id of the problem that it made last: the server gives its own. */
export function remembering(source: Source): { readonly source: Source; readonly newest: () => string | undefined } {
  const { commands } = source
  let newest: string | undefined
  if (!commands) return { source, newest: () => newest }
  const send: typeof commands.send = async (envelope, call) => {
    const receipt = await commands.send(envelope, call)
    newest = receipt.changed.problems?.at(-1) ?? newest
    return receipt
  }
  return { source: { ...source, commands: { takes: commands.takes, send } }, newest: () => newest }
}

/**
 * How Request Tracker keeps what a command changed: one transaction for the change and one for what was said, and a
 * number of its own for what is made, which `newest` knows.
 */
export function rtTelling({ problems }: Holdings, newest: () => string | undefined): Telling {
  const known = new Set(problems.map((problem) => facetRules.problems.id(problem)))
  const named = (id: unknown) => (typeof id !== 'string' || known.has(id) ? id : 'made here')
  return {
    record: (facet, body) => ({
      ...Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name))),
      ...(facet === 'incidents' && 'problem' in body && { problem: named(body['problem']) }),
    }),
    entries: (expected) =>
      expected.flatMap(({ kind: told, text, from, to }) => {
        const kind = told === 'resume' ? 'state' : told
        if (kind === 'note' || kind === 'update') return [toldEntry(kind, { text })]
        const before = from === '' || from === 'unknown' ? undefined : from
        if (kind === 'link')
          return [
            ...(to ? [toldEntry(kind, { to: known.has(to) ? to : newest() })] : []),
            ...(before === undefined ? [] : [toldEntry(kind, { from: before })]),
          ]
        // One field for people, another for teams.
        const alike = kind !== 'assignment' || before?.startsWith('team:') === to?.startsWith('team:')
        return [
          toldEntry(kind, { from: alike ? before : undefined, to }),
          ...(text ? [toldEntry('note', { text })] : []),
        ]
      }),
  }
}
