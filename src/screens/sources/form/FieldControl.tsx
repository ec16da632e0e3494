import { useId } from 'react'
import { type Field, isRecord } from './fields'
import styles from './form.module.css'
import { LinesField } from './LinesField'
import { renamesOf, renamesText, textsOf } from './lines'
import { Row } from './Row'

interface FieldControlProps {
  readonly field: Exclude<Field, { kind: 'group' }>
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

const shown = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** A number where the text is one; else the text itself, which the check then refuses with its place. */
const numberOf = (text: string): unknown => {
  const number = Number(text.trim())
  return text.trim() === '' ? undefined : Number.isFinite(number) ? number : text
}

const read = {
  texts: (text: string) => ({ value: textsOf(text) }),
  renames: (text: string) => {
    const { rules, wrong } = renamesOf(text)
    return wrong === undefined ? { value: rules } : { wrong }
  },
  json: (text: string): { readonly value: unknown } | { readonly wrong: string } => {
    try {
      return { value: text.trim() === '' ? undefined : (JSON.parse(text) as unknown) }
    } catch (cause) {
      return { wrong: `This is not JSON yet: ${cause instanceof Error ? cause.message : String(cause)}` }
    }
  },
}

const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, undefined, 2))
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** One option, by the control that fits its type. */
export function FieldControl({ field, value, error, onChange }: FieldControlProps) {
  const { label, hint, required } = field
  const told = { label, hint, required, error }
  switch (field.kind) {
    case 'texts':
      return (
        <LinesField
          {...told}
          hint={`${hint ?? ''} One a line.`.trim()}
          value={list(value)}
          write={(texts) => texts.join('\n')}
          read={read.texts}
          onChange={onChange}
        />
      )
    case 'renames':
      return (
        <LinesField
          {...told}
          hint={`${hint ?? ''} One a line: theirs = ours.`.trim()}
          value={isRecord(value) ? value : {}}
          write={renamesText}
          read={read.renames}
          onChange={onChange}
        />
      )
    case 'json':
      return (
        <LinesField
          {...told}
          hint={`${hint ?? ''} As JSON.`.trim()}
          value={value}
          write={json}
          read={read.json}
          onChange={onChange}
          rows={4}
        />
      )
    case 'choices':
      return <Choices {...told} values={field.values} chosen={list(value)} onChange={onChange} />
    case 'choice':
      return (
        <Row
          {...told}
          control={(props) => (
            <select {...props} value={shown(value)} onChange={({ target }) => onChange(target.value)}>
              <option value="">not set</option>
              {field.values.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        />
      )
    case 'flag':
      return (
        <Row
          {...told}
          control={(props) => (
            <select
              {...props}
              value={shown(value)}
              onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'true')}
            >
              <option value="">not set</option>
              <option value="true">yes</option>
              <option value="false">no</option>
            </select>
          )}
        />
      )
    case 'number':
      return (
        <Row
          {...told}
          control={(props) => (
            <input
              {...props}
              inputMode="decimal"
              autoComplete="off"
              value={shown(value)}
              onChange={({ target }) => onChange(/[.,]$/.test(target.value) ? target.value : numberOf(target.value))}
            />
          )}
        />
      )
    case 'text':
      return (
        <Row
          {...told}
          control={(props) => (
            <input
              {...props}
              autoComplete="off"
              spellCheck={false}
              value={shown(value)}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        />
      )
  }
}

interface ChoicesProps {
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly values: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** Any of a few. None chosen is nothing said. */
function Choices({ label, hint, error, values, chosen, onChange }: ChoicesProps) {
  const id = useId()
  return (
    <fieldset className={styles.choices} aria-describedby={`${id}-told`}>
      <legend>{label}</legend>
      <div>
        {values.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={chosen.includes(each)}
              onChange={({ target }) =>
                onChange(values.filter((one) => (one === each ? target.checked : chosen.includes(one))))
              }
            />
            {each}
          </label>
        ))}
      </div>
      <p id={`${id}-told`} className={error === undefined ? styles.hint : styles.wrong}>
        {error ?? hint}
      </p>
    </fieldset>
  )
}
