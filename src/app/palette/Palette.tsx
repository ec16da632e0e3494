import { countText } from '../../domain/countText'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { announce, Icon, Modal } from '../../ui'
import { commands } from './commands'
import { type Entry, foundEntry, type Group, matchingCommands, ownedGroups, withEntries } from './entries'
import { copyReach, Foot } from './Foot'
import { Line } from './Line'
import { closePalette } from './open'
import styles from './Palette.module.css'
import { States } from './States'
import { useFinder } from './useFinder'

/** Lines of one kind: enough to see the one meant, few enough to see the other kinds. */
const perKind = 8

/** The lines for a text, in groups: owners first, then what sources found, then commands. Without a text, the commands. */
function useGroups(text: string) {
  const navigate = useNavigate()
  const { finder, found, ...state } = useFinder(text)
  const groups = useMemo((): readonly Group[] => {
    const go = (path: string) => void navigate(path)
    const owned = finder ? ownedGroups(finder, text, perKind, go) : []
    const further = found.flatMap((each) => foundEntry(each, finder, go))
    return withEntries(owned, [...further, ...matchingCommands(commands(go), text)])
  }, [finder, found, text, navigate])
  return { groups, ...state }
}

const reachOf = (entry: Entry | undefined) => entry?.answer?.line.reach

/** Finds everything there is, says who owns it, and does what can be done. A combobox with a listbox, after ARIA. */
export default function Palette() {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  const id = useId()
  const { groups, ...state } = useGroups(text)
  const entries = groups.flatMap((group) => group.entries)
  const current = entries[Math.min(chosen, entries.length - 1)]
  const reach = reachOf(current)
  const idOf = (entry: Entry) => `${id}-${entries.indexOf(entry)}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen, text])

  const run = (entry: Entry) => {
    closePalette()
    entry.run()
  }
  /** Presses the link that the foot shows: it opens only what any link from outside may open. */
  const open = () => {
    const link = foot.current?.querySelector('a')
    if (link) link.click()
    else announce(reach ? `${reach.text} is not a link. It can be copied.` : 'No contact is recorded.')
  }
  const move = (step: number) => setChosen((chosen + step + entries.length) % Math.max(1, entries.length))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && event.altKey) open()
    else if (event.key === 'Enter' && event.shiftKey) {
      if (reach) void copyReach(reach)
      else announce('No contact is recorded.')
    } else if (event.key === 'Enter' && current) run(current)
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
          placeholder="Workload, activity, team, person, alert, tag…"
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
      <States text={text} none={entries.length === 0} {...state} />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Found"
        aria-busy={state.pending}
        tabIndex={-1}
        className={styles.list}
      >
        {groups.map(({ name, entries: those, total }) => (
          <div key={name} role="group" aria-labelledby={`${id}-${name}`}>
            <h3 id={`${id}-${name}`} className={styles.group} role="presentation">
              {name} {total > those.length && <span>{`${those.length} of ${countText(total)}`}</span>}
            </h3>
            {those.map((entry) => (
              <Line
                key={entry.key}
                id={idOf(entry)}
                entry={entry}
                chosen={entry === current}
                onChoose={() => setChosen(entries.indexOf(entry))}
                onRun={() => run(entry)}
                onReach={open}
              />
            ))}
          </div>
        ))}
      </div>
      <Foot ref={foot} reach={reach} owned={current?.answer !== undefined} />
    </Modal>
  )
}
