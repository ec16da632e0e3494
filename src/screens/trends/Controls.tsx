import { Button, FilterSelect, Segmented, Toolbar } from '../../ui'
import type { Address } from './address'
import { type Extent, lastDay, type RangeName, type Span } from './model/range'
import { PackMenu } from './pack/PackMenu'
import { Stretch, useRoomInBar } from './Stretch'
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

/**
 * Two calendar days, both inside. The browser's own date fields: they know every keyboard and language. What one of them
 * does not say yet is taken from what is seen.
 */
function Days({ address: { choice, set }, span }: Pick<ControlsProps, 'address' | 'span'>) {
  const { from, to } = { from: choice.first ?? span.periods[0]?.label ?? '', to: choice.last ?? lastDay(span) }
  const wrong = span.told !== undefined
  return (
    <span className={styles.days}>
      <input
        type="date"
        aria-label="From"
        aria-invalid={wrong}
        value={from}
        max={to}
        onChange={({ target }) => void set({ from: target.value, to })}
      />
      –
      <input
        type="date"
        aria-label="To"
        aria-invalid={wrong}
        value={to}
        min={from}
        onChange={({ target }) => void set({ from, to: target.value })}
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

/** Range, filters, and what the range is compared with. Everything it sets stands in the address. */
export function Controls({ address, extent, span, before, ready }: ControlsProps) {
  const { choice, against, filters, set } = address
  const inBar = useRoomInBar()
  const options = useOptions(span, filters, ready)
  const filtered = kinds.some(({ kind }) => filters[kind].length > 0) || filters.severity.length > 0
  return (
    <Toolbar
      label="Range and filters"
      end={
        <>
          {!inBar && <Stretch against={against} span={span} before={before} />}
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
      {filtered && (
        <Button
          onClick={({ currentTarget }) => {
            // It goes with the filters: by the keyboard one goes on at the first of them.
            currentTarget.parentElement?.querySelector('summary')?.focus()
            void set(nothing)
          }}
        >
          Clear filters
        </Button>
      )}
    </Toolbar>
  )
}
