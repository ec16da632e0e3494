import type { SetupFault } from '../../../data'
import { type Field, fieldsOf, isRecord } from './fields'
import { FieldControl } from './FieldControl'
import styles from './form.module.css'

type Values = Readonly<Record<string, unknown>>

interface SchemaFormProps {
  readonly schema: Values
  readonly values: Values
  /** Where the values stand in the configuration: `sources[0].options`. */
  readonly place: string
  readonly faults: readonly SetupFault[]
  readonly onChange: (values: Values) => void
}

/** What is wrong with one field, or within it. */
export const faultAt = (faults: readonly SetupFault[], place: string, name: string): string | undefined => {
  const own = `${place}.${name}`
  const found = faults.find(
    ({ place: at, wrong }) =>
      at === own ||
      at.startsWith(`${own}.`) ||
      at.startsWith(`${own}[`) ||
      (at === place && wrong.startsWith(`“${name}” is missing`)),
  )
  return found && `${found.wrong}${found.allowed === undefined ? '' : ` Allowed: ${found.allowed}.`}`
}

/** Nothing entered is nothing said: such a key is left out of the configuration. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0)

/** Values with one of them changed; an empty one is taken out. */
export const withValue = (values: Values, name: string, value: unknown): Values => {
  const { [name]: _before, ...rest } = values
  return isEmpty(value) ? rest : name in values ? { ...values, [name]: value } : { ...rest, [name]: value }
}

/** A form made from a JSON Schema of an object. It says what is wrong beside each field, and refuses nothing. */
export function SchemaForm({ schema, values, place, faults, onChange }: SchemaFormProps) {
  return (
    <div className={styles.form}>
      {fieldsOf(schema).map((field: Field) => {
        const value = values[field.name]
        const change = (next: unknown) => onChange(withValue(values, field.name, next))
        if (field.kind === 'group')
          return (
            <fieldset key={field.name} className={styles.group}>
              <legend>{field.label}</legend>
              {field.hint !== undefined && <p className={styles.hint}>{field.hint}</p>}
              <SchemaForm
                schema={field.schema}
                values={isRecord(value) ? value : {}}
                place={`${place}.${field.name}`}
                faults={faults}
                onChange={change}
              />
            </fieldset>
          )
        return (
          <FieldControl
            key={field.name}
            field={field}
            value={value}
            error={faultAt(faults, place, field.name)}
            onChange={change}
          />
        )
      })}
    </div>
  )
}
