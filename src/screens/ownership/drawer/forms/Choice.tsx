import { useId } from 'react'
import { Select, type SelectProps } from '../../../../ui'
import styles from './forms.module.css'

/** One of a few under a label, with what is wrong with the choice. */
export function Choice<T extends string>({ error, ...rest }: SelectProps<T> & { readonly error?: string | undefined }) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <span aria-hidden="true">{rest.label}</span>
      <Select {...rest} {...(error !== undefined && { wrong: id })} />
      {error !== undefined && (
        <p id={id} className={styles.fault}>
          {error}
        </p>
      )}
    </div>
  )
}
