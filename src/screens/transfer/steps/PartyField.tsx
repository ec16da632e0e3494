import { Picker, type PickerOption, Button, TextField } from '../../../ui'
import type { Choice } from '../model/form'
import styles from './steps.module.css'

interface PartyFieldProps {
  readonly label: string
  readonly options: readonly PickerOption[]
  readonly value: Choice
  readonly onChange: (value: Choice) => void
  /** A team that is not there yet may be named instead. */
  readonly founding?: boolean
  readonly placeholder?: string
}

/** A team or person of those that are known or, where that makes sense, a team to be founded. */
export function PartyField({ label, options, value, onChange, founding = false, placeholder }: PartyFieldProps) {
  const { id, name } = value
  if (name !== undefined)
    return (
      <div className={styles.party}>
        <TextField
          label={`${label}: name of the new team`}
          value={name}
          onChange={(next) => onChange({ id: '', name: next })}
        />
        <Button tone="quiet" onClick={() => onChange({ id: '' })}>
          Choose one that is there
        </Button>
      </div>
    )
  return (
    <div className={styles.party}>
      <Picker
        label={label}
        options={options}
        value={id}
        onChange={(next) => onChange({ id: next })}
        {...(placeholder !== undefined && { placeholder })}
      />
      {founding && (
        <Button tone="quiet" aria-label={`${label}: a new team`} onClick={() => onChange({ id: '', name: '' })}>
          A new team
        </Button>
      )}
    </div>
  )
}
