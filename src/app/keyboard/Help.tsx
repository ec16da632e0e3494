import { Kbd, Modal, useKeyGroups } from '../../ui'
import { modifier } from '../platform'
import { closeHelp, setSingleKeys, useSingleKeys } from './help'
import styles from './Help.module.css'

const shown = (keys: string): string =>
  keys.replace('$mod+', `${modifier} `).replace('[Shift]+', '').replace('Shift+', '⇧ ')

/** Lists the one registry of keys: those of the view shown first, then those that work everywhere. */
export default function Help() {
  const groups = useKeyGroups()
  const on = useSingleKeys()
  return (
    <Modal open onClose={closeHelp} title="Keys">
      <label className={styles.switch}>
        <input type="checkbox" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
        Keys without {modifier} work
      </label>
      {groups.map(({ title, bindings }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl className={styles.keys}>
            {bindings.map((binding) => (
              <div key={binding.keys}>
                <dt>{binding.label}</dt>
                <dd>
                  {(binding.shown ?? shown(binding.keys)).split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}
