import { useSyncExternalStore } from 'react'
import styles from './ChaosSwitch.module.css'

interface ChaosSwitchProps<Kind extends string> {
  /** What can be made to go wrong, in words. */
  readonly kinds: Readonly<Record<Kind, string>>
  readonly active: () => readonly Kind[]
  readonly set: (kind: Kind, on: boolean) => void
  readonly subscribe: (changed: () => void) => () => void
}

/** The names of a record. `Object.keys` says only `string`, since a value may have more keys than its type; this one is written out. */
const namesOf = <Kind extends string>(kinds: Readonly<Record<Kind, string>>): readonly Kind[] =>
  Object.keys(kinds) as Kind[]

/** Makes the invented backend fail. Mounted in development and in the demo only. */
export function ChaosSwitch<Kind extends string>({ kinds, active, set, subscribe }: ChaosSwitchProps<Kind>) {
  const on = useSyncExternalStore(subscribe, active)
  return (
    <aside aria-label="Faults of the invented backend" className={styles.corner}>
      <details>
        <summary>{on.length === 0 ? 'Make it fail' : `Failing: ${on.join(', ')}`}</summary>
        <fieldset>
          <legend className="hidden">What goes wrong</legend>
          {namesOf(kinds).map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={on.includes(kind)}
                onChange={(event) => set(kind, event.target.checked)}
              />
              {kinds[kind]}
            </label>
          ))}
        </fieldset>
      </details>
    </aside>
  )
}
