import type { Configuration, SetupFault, SetupTools, SourceEntry } from '../../../data'
import { Button } from '../../../ui'
import { ConnectionReport } from '../check/ConnectionReport'
import { useConnection } from '../check/useConnection'
import { Row } from '../form/Row'
import { SchemaForm } from '../form/SchemaForm'
import { fieldsOf } from '../form/fields'
import { withEntry } from '../model/draft'
import styles from './setup.module.css'

interface EntryFormProps {
  readonly tools: SetupTools
  readonly draft: Configuration
  readonly index: number
  readonly entry: SourceEntry
  /** Those of this entry. */
  readonly faults: readonly SetupFault[]
  readonly change: (draft: Configuration) => void
}

/** Faults that no field of the form stands for. */
const loose = (faults: readonly SetupFault[], place: string, known: readonly string[]): readonly SetupFault[] =>
  faults.filter(
    ({ place: at, wrong }) =>
      !known.some(
        (name) => at.startsWith(`${place}.${name}`) || (at === place && wrong.startsWith(`“${name}” is missing`)),
      ),
  )

/** Everything that a configuration says of one source, with what is wrong beside each field, and a check of its connection. */
export function EntryForm({ tools, draft, index, entry, faults, change }: EntryFormProps) {
  const { connection, begin } = useConnection(() => tools.open(entry), true)
  const kind = tools.kinds.find(({ type }) => type === entry.type)
  const place = `sources[${index}]`
  const set = (patch: Partial<SourceEntry>) => change(withEntry(draft, index, { ...entry, ...patch }))
  const options = kind?.options ?? {}
  const wrongAt = (name: string) => faults.find(({ place: at }) => at === `${place}.${name}`)
  const others = loose(
    loose(faults, place, ['id', 'title', 'only', 'aliases']),
    `${place}.options`,
    fieldsOf(options).map(({ name }) => name),
  )
  const id = wrongAt('id')
  const stop = faults.length > 0 ? 'Mend what is marked first: it cannot be opened like this.' : undefined
  return (
    <div className={styles.form}>
      <p className="muted">{kind?.summary ?? `“${entry.type}” is no known type of source.`}</p>
      <div className={styles.names}>
        <Row
          label="Title"
          hint="What people call it."
          error={wrongAt('title')?.wrong}
          control={(told) => (
            <input
              {...told}
              autoComplete="off"
              value={entry.title}
              onChange={({ target }) => set({ title: target.value })}
            />
          )}
        />
        <Row
          label="Id"
          hint="Small letters, digits and hyphens; no other source has it."
          error={id && `${id.wrong} ${id.allowed ?? ''}`.trim()}
          control={(told) => (
            <input
              {...told}
              autoComplete="off"
              spellCheck={false}
              value={entry.id}
              onChange={({ target }) => set({ id: target.value })}
            />
          )}
        />
      </div>
      {others.length > 0 && (
        <ul className={styles.faults} aria-label="What is wrong with it as a whole">
          {others.map(({ place: at, wrong, allowed }) => (
            <li key={at + wrong}>
              <code>{at}</code> {wrong}
              {allowed !== undefined && ` Allowed: ${allowed}.`}
            </li>
          ))}
        </ul>
      )}
      <SchemaForm
        schema={options}
        values={entry.options}
        place={`${place}.options`}
        faults={faults}
        onChange={(next) => set({ options: next })}
      />
      <details className={styles.tailor} open={entry.only !== undefined || entry.aliases !== undefined}>
        <summary>Limits and names</summary>
        <Tailoring {...{ tools, entry, place, faults }} onChange={(next) => change(withEntry(draft, index, next))} />
      </details>
      <div className={styles.buttons}>
        <Button onClick={begin} disabledReason={stop}>
          Check the connection
        </Button>
      </div>
      {connection && (
        <ConnectionReport connection={connection} where={{ id: entry.id, options: entry.options, base: tools.base }} />
      )}
    </div>
  )
}

interface TailoringProps extends Pick<EntryFormProps, 'tools' | 'entry' | 'faults'> {
  readonly place: string
  readonly onChange: (entry: SourceEntry) => void
}

/** What of a source is wanted, and what its names are here. */
function Tailoring({ tools, entry, place, faults, onChange }: TailoringProps) {
  const { only, aliases, ...rest } = entry
  return (
    <SchemaForm
      schema={tools.entrySchema}
      values={{ ...(only && { only }), ...(aliases && { aliases }) }}
      place={place}
      faults={faults}
      // The form makes what its schema says, and the check looks at it all the same.
      onChange={(next) => onChange({ ...rest, ...(next as Pick<SourceEntry, 'only' | 'aliases'>) })}
    />
  )
}
