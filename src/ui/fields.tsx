import { type ReactNode, type Ref, useId } from 'react'
import styles from './Field.module.css'

export interface SelectProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** Id of the words that say what is wrong with the choice. */
  readonly wrong?: string
}

/** One of many, as the platform draws it. */
export function Select<T extends string>({ label, options, value, onChange, wrong }: SelectProps<T>) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      {...(wrong !== undefined && { 'aria-invalid': true, 'aria-describedby': wrong })}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

interface TextProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly required?: boolean
  /** What is wrong with the value; stands under it. */
  readonly error?: string | undefined
}

/** A control under its label, with what is wrong with its value below. */
function Labelled({
  label,
  error,
  control,
}: Pick<TextProps, 'label' | 'error'> & {
  readonly control: (told: { readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string }) => ReactNode
}) {
  const id = useId()
  const told = error === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': id }
  return (
    <div className={styles.labelled}>
      <label className={styles.field}>
        <span>{label}</span>
        {control(told)}
      </label>
      {error !== undefined && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends TextProps {
  /** A date is written `YYYY-MM-DD`, with a time of day `YYYY-MM-DDThh:mm`, whatever the browser shows. */
  readonly type?: 'text' | 'date' | 'datetime-local'
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text, or a date, under its label. */
export const TextField = ({ label, error, onChange, ref, type = 'text', ...rest }: TextFieldProps) => (
  <Labelled
    label={label}
    error={error}
    control={(told) => (
      <input ref={ref} type={type} {...rest} {...told} onChange={(event) => onChange(event.target.value)} />
    )}
  />
)

/** Several lines of text under their label. */
export const TextArea = ({
  label,
  error,
  onChange,
  ref,
  ...rest
}: TextProps & { readonly ref?: Ref<HTMLTextAreaElement> }) => (
  <Labelled
    label={label}
    error={error}
    control={(told) => <textarea ref={ref} {...rest} {...told} onChange={(event) => onChange(event.target.value)} />}
  />
)
