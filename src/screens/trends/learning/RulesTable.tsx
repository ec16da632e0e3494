import { useState } from 'react'
import type { EventWithin } from '../../../domain/eventDimension'
import { Badge, Button } from '../../../ui'
import { count, counted } from '../model/words'
import styles from './learning.module.css'
import { countsOf, type Rule } from './model/rules'

const shown = 10

/** What a rule is called where its events name none. */
export const ruleText = (rule: string): string => (rule === '' ? 'no rule recorded' : rule)

export interface RulesTableProps {
  readonly rules: readonly Rule[]
  readonly onOpen: (within: readonly EventWithin[]) => void
}

/** The rules that matter most, each count a way to its events. */
export function RulesTable({ rules, onOpen }: RulesTableProps) {
  const [all, setAll] = useState(false)
  const cell = (n: number, name: string, within: readonly EventWithin[]) =>
    n === 0 ? (
      '0'
    ) : (
      <button
        type="button"
        className={styles.plain}
        aria-label={`${name}: ${counted(n, 'event')}`}
        onClick={() => onOpen(within)}
      >
        {count(n)}
      </button>
    )
  return (
    <div className={styles.scroll}>
      <table className={styles.rules}>
        <thead>
          <tr>
            {['Rule', 'Escalated', 'Grouped', 'Ignored', 'Planned', 'All'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.slice(0, all ? undefined : shown).map((rule) => {
            const name = ruleText(rule.rule)
            return (
              <tr key={rule.rule}>
                <th scope="row">
                  {name} {rule.noisy && <Badge tone="warn">noisy</Badge>}
                </th>
                {countsOf(rule).map(({ name: column, count: n, within }) => (
                  <td key={column}>{cell(n, column === 'all' ? name : `${name}, ${column}`, within)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rules.length > shown && !all && (
        <Button onClick={() => setAll(true)}>{count(rules.length - shown)} more rules</Button>
      )}
    </div>
  )
}
