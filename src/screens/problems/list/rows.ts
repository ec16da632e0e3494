import type { Problem } from '../../../domain/problem'
import { textMatcher, words } from '../../../domain/query/text'
import type { Summary } from '../../../domain/summary'
import type { Id } from '../../../domain/units'
import { nobody, type Order, type Raw } from '../address'
import type { Book } from '../model/book'

/** Incidents by problem, from a summary by problem. */
export function countsIn({ cells }: Summary): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>()
  for (const { key, count } of cells) counts.set(key[0] ?? '', (counts.get(key[0] ?? '') ?? 0) + count)
  return counts
}

/** Problems that the address leaves, in its order. Text is also looked for in names of owners and workloads. */
export function listed(
  problems: readonly Problem[],
  { q, state, owner, workload }: Raw,
  sort: Order,
  counts: ReadonlyMap<Id, number>,
  book: Pick<Book, 'name' | 'workload'>,
): readonly Problem[] {
  const text = textMatcher(q)
  const found = problems.filter(
    (problem) =>
      (state.length === 0 || state.includes(problem.state)) &&
      (owner.length === 0 || owner.includes(problem.owner ?? nobody)) &&
      (workload.length === 0 || problem.workloads.some((id) => workload.includes(id))) &&
      text(
        words(
          problem.id,
          problem.title,
          problem.factors,
          problem.workaround,
          problem.owner && book.name(problem.owner),
          problem.workloads.map(book.workload),
        ),
      ),
  )
  const many = ({ id }: Problem) => counts.get(id) ?? 0
  const since = ({ opened }: Problem) => opened ?? Infinity
  const byMany = (left: Problem, right: Problem) => many(right) - many(left)
  const compare: Readonly<Record<Order, (left: Problem, right: Problem) => number>> = {
    incidents: byMany,
    open: (left, right) =>
      Number(left.state === 'resolved') - Number(right.state === 'resolved') || since(left) - since(right) || 0,
    newest: (left, right) => (right.opened ?? 0) - (left.opened ?? 0),
  }
  return found.toSorted((left, right) => compare[sort](left, right) || byMany(left, right))
}
