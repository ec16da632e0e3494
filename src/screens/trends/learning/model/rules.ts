import type { EventWithin } from '../../../../domain/eventDimension'
import type { EventDimension, Summary } from '../../../../domain/summary'

/** What became of the events of one rule. Planned ones are told apart and no noise. */
export interface Rule {
  readonly rule: string
  readonly total: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly planned: number
  readonly noisy: boolean
}

/** Many: at least this many unplanned events; few: fewer than this share of those escalated. */
export const manyEvents = 10
export const fewEscalated = 0.1

export const eventsBy = ['rule', 'outcome', 'planned'] as const satisfies readonly EventDimension[]

/** Events by rule from a summary by `eventsBy`; noisy rules first, then those that fire most. */
export function rulesOf({ cells }: Summary): readonly Rule[] {
  return [...Map.groupBy(cells, ({ key }) => key[0] ?? '')]
    .map(([rule, own]): Rule => {
      const sum = (takes: (key: readonly string[]) => boolean) =>
        own.reduce((all, { key, count }) => all + (takes(key) ? count : 0), 0)
      const unplanned = sum(([, , planned]) => planned !== 'yes')
      const words = [...new Set(own.map(({ key }) => key[1] ?? ''))]
      const outcomes = Object.fromEntries(
        words.map((word) => [word, sum(([, outcome, planned]) => outcome === word && planned !== 'yes')]),
      )
      const known = unplanned - (outcomes[''] ?? 0)
      return {
        rule,
        total: sum(() => true),
        outcomes,
        planned: sum(([, , planned]) => planned === 'yes'),
        noisy: rule !== '' && known >= manyEvents && (outcomes.escalated ?? 0) < fewEscalated * known,
      }
    })
    .toSorted((left, right) => Number(right.noisy) - Number(left.noisy) || right.total - left.total)
}

/** What the columns of a rule count, and which limits lead to exactly these events. Planned ones are counted apart. */
export function countsOf({ rule, outcomes, planned, total }: Rule) {
  const own: EventWithin = { by: 'rule', values: [rule] }
  const apart = (is: 'yes' | 'no'): EventWithin => ({ by: 'planned', values: [is] })
  return [
    ...(['escalated', 'grouped', 'ignored'] as const).map((outcome) => ({
      name: outcome,
      count: outcomes[outcome] ?? 0,
      within: [own, { by: 'outcome' as const, values: [outcome] }, apart('no')],
    })),
    { name: 'planned', count: planned, within: [own, apart('yes')] },
    { name: 'all', count: total, within: [own] },
  ]
}
