import { useState } from 'react'
import { Row } from './Row'

interface LinesFieldProps<T> {
  readonly label: string
  readonly required: boolean
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly value: T
  readonly write: (value: T) => string
  /** Undefined where the text means nothing yet: then the value stays as it is, and `wrong` is told. */
  readonly read: (text: string) => { readonly value: T } | { readonly wrong: string }
  readonly onChange: (value: T) => void
  readonly rows?: number
}

/** A value that is written as text of several lines. A text that means nothing yet stays as it was typed. */
export function LinesField<T>({ value, write, read, onChange, error, rows = 2, ...told }: LinesFieldProps<T>) {
  const written = write(value)
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: string }>()
  // A value that came from elsewhere (another tab, a suggestion) takes the place of what was typed.
  const text = typed?.of === written ? typed.text : written
  const verdict = read(text)
  return (
    <Row
      {...told}
      error={'wrong' in verdict ? verdict.wrong : error}
      control={(props) => (
        <textarea
          {...props}
          rows={Math.max(rows, Math.min(12, text.split('\n').length))}
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            const next = read(target.value)
            setTyped({ text: target.value, of: 'value' in next ? write(next.value) : written })
            if ('value' in next) onChange(next.value)
          }}
        />
      )}
    />
  )
}
