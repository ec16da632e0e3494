import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useSearch } from '../../data'
import { cx, Icon, Modal } from '../../ui'
import { commands } from './commands'
import { type Entry, entryOf, matchingCommands } from './entries'
import { closePalette } from './open'
import styles from './Palette.module.css'

const grouped = (entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] => [
  ...Map.groupBy(entries, ({ group }) => group),
]

/** The lines for a text, in groups: records first, then commands. Without a text, the commands. */
function useEntries(text: string) {
  const navigate = useNavigate()
  const { found, pending } = useSearch(text)
  const entries = useMemo(() => {
    const go = (path: string) => void navigate(path)
    return [...found.flatMap((each) => entryOf(each, go)), ...matchingCommands(commands(go), text)]
  }, [found, text, navigate])
  return { groups: useMemo(() => grouped(entries), [entries]), pending }
}

/** Finds everything there is and everything that can be done. Follows the ARIA combobox pattern with a listbox. */
export default function Palette() {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const { groups, pending } = useEntries(text)
  const entries = groups.flatMap(([, each]) => each)
  const current = entries[Math.min(chosen, entries.length - 1)]
  const idOf = (entry: Entry) => `${id}-${entry.key.replaceAll(/\W/g, '_')}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen, text])

  const run = (entry: Entry) => {
    closePalette()
    entry.run()
  }
  const move = (step: number) => setChosen((chosen + step + entries.length) % Math.max(1, entries.length))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && current) run(current)
    else return
    event.preventDefault()
  }

  return (
    <Modal open onClose={closePalette} title="Find" titleHidden initialFocus={input}>
      <div className={styles.input}>
        <Icon name="search" />
        <input
          ref={input}
          role="combobox"
          aria-label="Find an owner, incident, problem or command"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={current && idOf(current)}
          placeholder="Find an owner, incident, problem…"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Found"
        aria-busy={pending}
        tabIndex={-1}
        className={styles.list}
      >
        {groups.map(([group, those]) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <h3 id={`${id}-${group}`} className={styles.group} role="presentation">
              {group}
            </h3>
            {those.map((entry) => (
              <div
                key={entry.key}
                id={idOf(entry)}
                role="option"
                tabIndex={-1}
                aria-selected={entry === current}
                className={cx(styles.entry)}
                onClick={() => run(entry)}
                onKeyDown={onKeyDown}
                onPointerMove={() => setChosen(entries.indexOf(entry))}
              >
                <Icon name={entry.icon} />
                <span>{entry.title}</span>
                <span className={styles.hint}>{entry.hint}</span>
              </div>
            ))}
          </div>
        ))}
        {entries.length === 0 && (
          <div className={styles.none}>{pending ? 'Searching…' : `Nothing has all the words of “${text}”.`}</div>
        )}
      </div>
    </Modal>
  )
}
