import { dateText, dateTimeText } from '../../domain/time/format'
import { type Id, instant } from '../../domain/units'
import { Button, FilterSelect, Segmented, Toolbar } from '../../ui'
import type { Address } from './address'
import { lastDay, type RangeName, type Span } from './model/range'
import { counted } from './model/words'
import styles from './trends.module.css'
import { useOptions } from './useOptions'

const rangeNames: readonly { readonly value: RangeName; readonly label: string }[] = [
  { value: '28d', label: '28 d' },
  { value: 'quarter', label: 'Quarter' },
  { value: '52w', label: '52 weeks' },
  { value: 'all', label: 'All' },
  { value: 'custom', label: 'Custom' },
]

export interface ControlsProps {
  readonly address: Address
  readonly span: Span
  /** The stretch compared with; absent where nothing was recorded then. */
  readonly before: Span | undefined
  readonly ready: boolean
}

/** Two calendar days, both inside. The browser's own date fields: they know every keyboard and language. */
function Days({ address: { choice, set }, span }: Pick<ControlsProps, 'address' | 'span'>) {
  const { from, to } = { from: choice.first ?? span.periods[0]?.label ?? '', to: choice.last ?? lastDay(span) }
  return (
    <span className={styles.days}>
      <input
        type="date"
        aria-label="From"
        value={from}
        max={to}
        onChange={({ target }) => void set({ from: target.value })}
      />
      –
      <input
        type="date"
        aria-label="To"
        value={to}
        min={from}
        onChange={({ target }) => void set({ to: target.value })}
      />
    </span>
  )
}

/** Range, filters, and what the range is compared with. Everything it sets stands in the address. */
export function Controls({ address, span, before, ready }: ControlsProps) {
  const { choice, filters, set } = address
  const options = useOptions(span, filters, ready)
  const one = (id: Id | undefined): readonly Id[] => (id === undefined ? [] : [id])
  // One team, one workload: lists of incidents are narrowed by one of each. The last one ticked counts.
  const pick = (name: 'team' | 'workload') => (ids: readonly Id[]) => void set({ [name]: ids.at(-1) ?? null })
  const filtered = filters.severity.length > 0 || filters.team !== undefined || filters.workload !== undefined
  return (
    <Toolbar
      label="Range and filters"
      end={
        <span className="muted num">
          {dateText(span.from, span.zone)} – {dateText(instant(Math.min(span.to - 1, span.now)), span.zone)}
          {!span.live && `, as of ${dateTimeText(span.now, span.zone)}`}
        </span>
      }
    >
      <Segmented
        label="Range"
        options={rangeNames}
        value={choice.range}
        onChange={(range) => void set({ range, per: null })}
      />
      {choice.range === 'custom' && <Days address={address} span={span} />}
      <span className="muted">
        {before
          ? `against the ${counted(span.periods.length, span.step)} before`
          : 'no earlier records to compare with'}
      </span>
      <FilterSelect
        label="Severity"
        options={options.severity}
        value={filters.severity}
        onChange={(severity) => void set({ severity: [...severity] })}
      />
      <FilterSelect label="Team" options={options.team} value={one(filters.team)} onChange={pick('team')} />
      <FilterSelect
        label="Workload"
        options={options.workload}
        value={one(filters.workload)}
        onChange={pick('workload')}
      />
      {filtered && (
        <Button onClick={() => void set({ severity: [], team: null, workload: null })}>Clear filters</Button>
      )}
    </Toolbar>
  )
}
