import { useRef } from 'react'
import type { Incident } from '../../domain/incident'
import { type Layout, layoutOf, type Room } from '../../domain/wall/layout'
import { type Page, pageOf, turnOf } from '../../domain/wall/pages'
import { titleLines } from '../../domain/wall/titles'
import type { Sizes } from '../../domain/wall/type'
import { Card } from './Card'
import { useTick } from './clock'
import styles from './wall.module.css'
import { Lanes } from './Lanes'
import { Part } from './Part'
import { Table, titleShare } from './Table'
import type { About } from './useAbout'
import { useCut } from './useCut'
import type { Names } from './useNames'
import { type Incidents, lightFor, useEvents } from './useWall'
import { counted, severityWord } from './words'

/** Width in letters below which a card takes its lines shorter. */
const narrowCard = 18

/** Width in letters below which one line has no room for a title beside other words. */
const fewLetters = 60

/** Milliseconds a page is shown. */
const pageFor = 12_000

/** How the middle is arranged and what page of it is shown; a pick holds the page it is on. */
export function usePage(open: readonly Incident[], room: Room, sizes: Sizes, picked: Incident | undefined) {
  const titles = open.map(({ title }) => title)
  const lines = titleLines(titles, room.width * titleShare(room.width / sizes.text), sizes)
  const layout = layoutOf(open.length, room, sizes, lines)
  const now = useTick(pageFor / 1000)
  const turn = picked ? turnOf(open, layout.size, picked.id) : Math.floor(now / pageFor)
  return { layout, page: pageOf(open, Math.max(1, layout.size), turn) }
}

/** `12 more, worst: SEV2 Orders late` */
function More({
  page: { rest, at, count },
  names,
  cut,
  wide,
}: {
  readonly page: Page
  readonly names: Names
  readonly cut: number
  readonly wide: number
}) {
  const [worst] = rest
  if (!worst && cut === 0) return null
  const shortened = cut > 0 && `${counted(cut, 'text')} shortened`
  if (!worst)
    return (
      <p className={styles.rest}>
        <small>{shortened}</small>
      </p>
    )
  return (
    <p className={styles.rest}>
      <span>
        <b>{rest.length.toLocaleString('en')} more</b>, worst: {severityWord(worst.severity)}{' '}
        {wide < fewLetters ? worst.id : names.text(worst.title)}
      </span>
      <small>
        {shortened && `${shortened} · `}page {at + 1} of {count}
      </small>
    </p>
  )
}

interface BoardProps {
  readonly incidents: Incidents
  readonly layout: Layout
  readonly page: Page
  readonly names: Names
  readonly about: (incident: Incident) => About
  readonly picked: Incident | undefined
  /** Width in letters. */
  readonly wide: number
}

/** What burns, in the form that its number and the room allow. */
export function Board({ incidents, layout: { arrangement }, page, names, about, picked, wide }: BoardProps) {
  const paged = useRef<HTMLDivElement>(null)
  const cut = useCut(paged)
  if (arrangement.kind === 'calm') return null
  const lightOf = (incident: Incident) => lightFor(incident, incidents)
  if (arrangement.kind === 'table')
    return (
      <div ref={paged} className={styles.paged}>
        <Table
          incidents={page.shown}
          names={names}
          wide={wide}
          picked={picked?.id}
          lightOf={lightOf}
          rowHeight={arrangement.rowHeight}
          lines={arrangement.lines}
        />
        <More page={page} names={names} cut={cut} wide={wide} />
      </div>
    )
  const { kind, columns, rows } = arrangement
  const lead = kind === 'cards' && columns > 1 && wide / columns > 20
  const [first] = page.shown
  const wider = lead && first !== undefined && (first.severity ?? 9) < (page.shown[1]?.severity ?? 10)
  return (
    <div
      className={styles.cards}
      style={{
        gridTemplateColumns: wider
          ? `minmax(0, 1.45fr) repeat(${columns - 1}, minmax(0, 1fr))`
          : `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
      }}
    >
      {page.shown.map((incident, index) => (
        <Part
          key={incident.id}
          name={incident.id}
          says={`${severityWord(incident.severity)} ${incident.id} ${names.text(incident.title)}`}
          of={incident}
        >
          <Card
            incident={incident}
            about={about(incident)}
            names={names}
            digit={index < 9 ? index + 1 : undefined}
            picked={picked?.id === incident.id}
            lead={kind === 'cards' && (wider || page.shown.length === 1) && index === 0}
            {...(page.shown.length === 1 && { alone: wide })}
            small={kind === 'grid'}
            narrow={wide / columns < narrowCard}
            light={lightOf(incident)}
          />
        </Part>
      ))}
    </div>
  )
}

/** The lanes below, over what they need. */
export function LanesBelow({ incidents, names }: { readonly incidents: Incidents; readonly names: Names }) {
  const events = useEvents()
  return <Lanes incidents={incidents.view.items} events={events.items} names={names} />
}
