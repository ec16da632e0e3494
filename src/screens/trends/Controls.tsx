import { dateText, dateTimeText } from '../../domain/time/format'
import { day24, instant } from '../../domain/units'
import { Button, FilterSelect, Segmented, Toolbar } from '../../ui'
import type { Address } from './address'
import { type Against, type Extent, lastDay, type RangeName, type Span } from './model/range'
import { counted } from './model/words'
import { PackMenu } from './pack/PackMenu'
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
  readonly extent: Extent
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

/** What narrows, besides severity, in the order in which it is offered. Named as the incidents list names them. */
const kinds = [
  { kind: 'team', label: 'Team' },
  { kind: 'workload', label: 'Workload' },
  { kind: 'problem', label: 'Problem' },
  { kind: 'factor', label: 'Factor' },
  { kind: 'label', label: 'Label' },
] as const
const nothing = { severity: [], team: [], workload: [], problem: [], factor: [], label: [] }

function comparedWith(against: Against, span: Span, before: Span | undefined): string {
  if (before) {
    const days = `${dateText(before.from, span.zone)} – ${dateText(instant(before.to - 1), span.zone)}`
    return against === 'year' ? `against ${days}` : `against the ${counted(span.periods.length, span.step)} before`
  }
  if (against === 'year' && span.to - span.from > 366 * day24)
    return 'longer than a year: no year before to compare with'
  return 'no earlier records to compare with'
}

/** Range, filters, and what the range is compared with. Everything it sets stands in the address. */
export function Controls({ address, extent, span, before, ready }: ControlsProps) {
  const { choice, against, filters, set } = address
  const options = useOptions(span, filters, ready)
  const filtered = kinds.some(({ kind }) => filters[kind].length > 0) || filters.severity.length > 0
  return (
    <Toolbar
      label="Range and filters"
      end={
        <>
          <span className="muted num">
            {dateText(span.from, span.zone)} – {dateText(instant(Math.min(span.to - 1, span.now)), span.zone)}
            {!span.live && `, as of ${dateTimeText(span.now, span.zone)}`}
          </span>
          <PackMenu span={span} extent={extent} />
        </>
      }
    >
      <Segmented
        label="Range"
        options={rangeNames}
        value={choice.range}
        onChange={(range) => void set({ range, per: null })}
      />
      {choice.range === 'custom' && <Days address={address} span={span} />}
      <Segmented
        label="Compared with"
        options={[
          { value: 'before', label: 'Period before' },
          { value: 'year', label: 'Year before' },
        ]}
        value={against}
        onChange={(value) => void set({ against: value })}
      />
      <span className="muted">{comparedWith(against, span, before)}</span>
      <FilterSelect
        label="Severity"
        options={options.severity}
        value={filters.severity}
        onChange={(severity) => void set({ severity: [...severity] })}
      />
      {kinds
        // A source that tells of none of a kind is not offered it.
        .filter(({ kind }) => options[kind].length > 0 || kind === 'team' || kind === 'workload')
        .map(({ kind, label }) => (
          <FilterSelect
            key={kind}
            label={label}
            options={options[kind]}
            value={filters[kind]}
            onChange={(values) => void set({ [kind]: [...values] })}
          />
        ))}
      {filtered && <Button onClick={() => void set(nothing)}>Clear filters</Button>}
    </Toolbar>
  )
}
