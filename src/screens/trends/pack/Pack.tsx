import { useEffect, useRef } from 'react'
import { useHref, useLocation, useNavigate } from 'react-router-dom'
import { useWhole } from '../../../data'
import { dateTimeText } from '../../../domain/time/format'
import { Button, FailedState, Icon, Link, PartialNote, Toolbar } from '../../../ui'
import { saveFile } from '../../../ui/save'
import type { Extent } from '../model/range'
import type { Scope } from '../scope'
import { copyLink, say } from './copyLink'
import { Decisions } from './Decisions'
import { notLocked } from './model/asOf'
import { openPack, packFile, type ToldPack } from './model/files'
import { trendsSearch } from './model/lock'
import { joined, readNotes } from './model/notes'
import styles from './pack.module.css'
import { ReckoningLines, SectionCard } from './SectionCard'
import { useNotes } from './useNotes'
import { type PackView, usePack } from './usePack'

export interface PackProps {
  readonly scope: Scope
  readonly extent: Extent
  readonly identity: string
  readonly sideBySide: boolean
}

const everybody = {}
const title = 'Review pack'
const waiting = 'Some of it is still being read.'

/** A saved pack holds a few pages of text; what is larger is none. */
const largest = 5_000_000

type Way = 'markdown' | 'json' | 'print'
const ways: readonly Way[] = ['markdown', 'json', 'print']

/** What is to be done on arrival: it comes with the place in the history, which anything may have written. */
function wishOf(state: unknown) {
  const told: Readonly<Record<string, unknown>> =
    typeof state === 'object' && state !== null ? Object.fromEntries(Object.entries(state)) : {}
  return { hand: ways.find((each) => each === told['hand']), bring: told['bring'] }
}

/** Counts the pack. What is written on it counts nothing anew: the sheet looks at the notes. */
export function Pack({ scope, extent, identity, sideBySide }: PackProps) {
  const pack = usePack(scope, extent, sideBySide)
  return <Sheet pack={pack} scope={scope} identity={identity} />
}

interface SheetProps extends Pick<PackProps, 'scope' | 'identity'> {
  readonly pack: PackView
}

/** What was looked at, decisions, and the sections, with the ways they leave the screen. */
function Sheet({ pack, scope, identity }: SheetProps) {
  const { span, before } = scope
  const { notes, set } = useNotes(identity)
  const parties = useWhole('parties', everybody)
  const { pathname, search, state, key } = useLocation()
  const navigate = useNavigate()
  const href = useHref({ pathname, search: `?${identity}` })
  const file = useRef<HTMLInputElement>(null)
  const names = new Map(parties.items.map(({ id, name }) => [id, name]))
  const name = (party: string) => names.get(party) ?? party
  const told: ToldPack = {
    title,
    link: new URL(href, location.href).href,
    scope: pack.scope,
    limits: pack.limits,
    sections: pack.sections,
    notes,
    name,
    span,
    before,
  }
  const hand = (how: Way) => {
    if (how === 'print') return window.print()
    const made = packFile(told, how)
    saveFile(made)
    say(`The review pack is saved as ${made.name}`)
  }
  const { hand: wanted, bring } = wishOf(state)
  const done = useRef('')
  const { settled } = pack
  // What came along with the way here is done once, when all is there; going back does not repeat it.
  useEffect(() => {
    if ((wanted === undefined && bring === undefined) || done.current === key) return
    if (wanted !== undefined && !settled) return
    done.current = key
    if (bring !== undefined) set(joined(notes, readNotes(bring)))
    if (wanted !== undefined) hand(wanted)
    void navigate({ pathname, search }, { replace: true, state: null })
  })
  const take = async (given: File | undefined) => {
    if (!given) return
    const opened = given.size > largest ? 'This file is too large to be a review pack.' : openPack(await given.text())
    if (typeof opened === 'string') return say(opened)
    say('Notes and decisions of the saved pack were added to those that are here')
    void navigate({ pathname, search: `?${opened.search}` }, { state: { bring: opened.notes } })
  }
  const reason = pack.settled ? undefined : waiting
  if (pack.failed !== undefined)
    return <FailedState what="The review pack could not be counted" where={pack.failed} onRetry={pack.retry} />
  return (
    <>
      <Toolbar
        label="Review pack"
        end={
          <>
            <Button onClick={() => void copyLink(href)}>
              <Icon name="copy" size={13} /> Copy link
            </Button>
            <Button disabledReason={reason} onClick={() => hand('markdown')}>
              <Icon name="download" size={13} /> Markdown
            </Button>
            <Button disabledReason={reason} onClick={() => hand('json')}>
              <Icon name="download" size={13} /> JSON
            </Button>
            <Button disabledReason={reason} onClick={() => hand('print')}>
              Print…
            </Button>
            <Button onClick={() => file.current?.click()}>
              <Icon name="folder" size={13} /> Open a saved pack
            </Button>
            <input
              ref={file}
              hidden
              type="file"
              accept=".json,application/json"
              aria-label="Saved review pack"
              onChange={({ target }) => {
                void take(target.files?.[0])
                target.value = ''
              }}
            />
          </>
        }
      >
        <Link to={{ pathname, search: `?${trendsSearch(identity)}` }}>Back to trends</Link>
        <span className="muted num">As of {dateTimeText(span.now, span.zone)}, locked</span>
      </Toolbar>
      <div className={styles.sheet} aria-busy={!pack.settled}>
        <ul className={styles.scope} aria-label="What is shown">
          {pack.scope.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {pack.limits.map((line) => (
          <PartialNote key={line}>{line}</PartialNote>
        ))}
        {pack.incidents === 0 && <PartialNote>No incident began in this range under these filters.</PartialNote>}
        <Decisions notes={notes} set={set} identity={identity} parties={parties.items} zone={span.zone} name={name} />
        {pack.sections.map((section) => (
          <SectionCard
            key={section.key}
            section={section}
            note={notes.notes[section.key] ?? ''}
            onNote={(text) => set({ ...notes, notes: { ...notes.notes, [section.key]: text } })}
          />
        ))}
        <div className={styles.printed}>
          <h2>How the figures are reckoned</h2>
          <ReckoningLines figures={pack.sections.flatMap(({ figures = [] }) => figures)} />
        </div>
        <section className={styles.scope} aria-label="What cannot be locked">
          <h2>What cannot be locked</h2>
          <p>
            This page counts what had begun, ended, been held, fixed or done by the moment above; the same link shows
            the same later. Of these nobody records how they stood:
          </p>
          <ul>
            {notLocked.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
