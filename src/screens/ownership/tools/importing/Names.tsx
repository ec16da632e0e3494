import type { Party } from '../../../../domain/ownership'
import { Button, Select } from '../../../../ui'
import styles from './importing.module.css'
import type { Importing } from './useImport'

interface NamesProps {
  readonly importing: Importing
  readonly parties: readonly Party[]
}

interface Offered {
  readonly value: string
  readonly label: string
}

/** Most names asked for at once; the rest follows. */
const most = 20
/** Lists longer than this are not offered whole: the most alike only. */
const mostOffered = 500

const ask: Offered = { value: 'ask', label: 'Choose…' }
const leave: Offered = { value: 'leave', label: 'Leave it out' }

const partyOption = ({ id, name, type }: Party): Offered => ({ value: id, label: `${name} (${type})` })

/** The names of the table that are not known here, or mean more than one, each with the most alike. */
export function Names({ importing, parties }: NamesProps) {
  const { plan, directory, meant, mean, meantActivity, meanActivity, sheet } = importing
  // What was decided stays to be seen, and can be decided again.
  const [strangers, unclear] = [new Set(plan.unknownParties), new Set(plan.unknownActivities)]
  const names = sheet.parties.filter((name) => strangers.has(name) || meant(name) !== undefined)
  const entries = sheet.entries.filter((entry) => unclear.has(entry) || meantActivity(entry.key) !== undefined)
  if (names.length + entries.length === 0) return null
  const all = parties.length <= mostOffered ? parties.map(partyOption) : []
  const partyOptions = (name: string): readonly Offered[] => {
    const near = directory.nearParties(name).map(partyOption)
    const rest = all.filter(({ value }) => near.every((each) => each.value !== value))
    return [ask, ...near, leave, ...rest]
  }
  return (
    <section aria-label="Names that are not known" className={styles.names}>
      <h3>Who and what is meant?</h3>
      <Choices
        what="teams or people"
        items={names.map((name) => ({
          key: name,
          label: `“${name}”`,
          value: meant(name),
          options: () => partyOptions(name),
        }))}
        open={plan.unknownParties}
        onMean={mean}
      />
      <Choices
        what="activities"
        items={entries.map((entry) => ({
          key: entry.key,
          label: `“${entry.name}”${entry.workload === undefined ? '' : ` of ${entry.workload}`} (${entry.key})`,
          value: meantActivity(entry.key),
          options: () => [
            ask,
            ...directory.nearActivities(entry).map(({ activity, workload }) => ({
              value: activity.id,
              label: `${activity.name} · ${workload?.name ?? activity.workload}`,
            })),
            leave,
          ],
        }))}
        open={plan.unknownActivities.map(({ key }) => key)}
        onMean={meanActivity}
      />
    </section>
  )
}

interface ChoicesProps {
  readonly what: string
  readonly items: readonly {
    readonly key: string
    readonly label: string
    readonly value: string | null | undefined
    readonly options: () => readonly Offered[]
  }[]
  /** Keys that are not decided. */
  readonly open: readonly string[]
  readonly onMean: (keys: readonly string[], id: string | null | undefined) => void
}

function Choices({ what, items, open, onMean }: ChoicesProps) {
  if (items.length === 0) return null
  return (
    <>
      <ul>
        {items.slice(0, most).map(({ key, label, value, options }) => (
          <li key={key}>
            <span>{label}</span>
            <Select
              label={`What ${label} means`}
              value={value === undefined ? 'ask' : (value ?? 'leave')}
              options={withChosen(options(), value)}
              onChange={(id) => onMean([key], id === 'ask' ? undefined : id === 'leave' ? null : id)}
            />
          </li>
        ))}
      </ul>
      {items.length > most && (
        <p className="muted">
          {items.length - most} more {what}. Mend their names in the table, or leave them out.
        </p>
      )}
      {open.length > 1 && (
        <Button onClick={() => onMean(open, null)}>
          Leave out all {open.length} {what}
        </Button>
      )}
    </>
  )
}

/** A choice made earlier stays in the list, whatever is near now. */
const withChosen = (options: readonly Offered[], value: string | null | undefined): readonly Offered[] =>
  value === undefined || value === null || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }]
