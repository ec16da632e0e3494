import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { cx } from '../cx'
import { Axis } from './Axis'
import { Caption } from './Caption'
import { Card, type CardPlace, type Told } from './Card'
import type { Bars, Points, Span } from './columns'
import { Controls } from './Controls'
import type { Mark } from './hit'
import { type Lane, LaneLabels } from './LaneLabels'
import { groupBars, groupPoints } from './lanes'
import { MarkerLabels } from './MarkerLabels'
import { MarksTable } from './MarksTable'
import { type Density, Overview } from './Overview'
import type { Band, Marker, Tick } from './paint'
import type { Limits } from './span'
import { type Shown, Stage } from './stage'
import styles from './swimlane.module.css'
import { useGestures } from './useGestures'
import { keyHelp, usePlotKeys } from './usePlotKeys'
import { useRest } from './useRest'

export interface SwimlaneProps {
  /** What is drawn: said to screen readers, and the caption of the table. */
  readonly label: string
  readonly lanes: readonly Lane[]
  readonly bars: Bars
  readonly points: Points
  readonly markers?: readonly Marker[]
  readonly bands?: readonly Band[]
  /** Where to look. A new span moves the picture; between, the reader moves it. */
  readonly span: Span
  readonly limits: Limits
  /** Where open bars end. */
  readonly now: number
  /** Times of the axis, in the caller's zone. A stable function. */
  readonly ticksOf: (span: Span, width: number) => readonly Tick[]
  /** A mark in words; `index` is the position in the caller's list. */
  readonly tell: (column: Mark['column'], index: number) => Told
  readonly onOpen?: (column: Mark['column'], index: number) => void
  /** Called once the reader has come to rest somewhere else. */
  readonly onSpan?: (span: Span) => void
  /** Lanes share the height they are given, within these pixels; `fixed` lanes have exactly the least. */
  readonly laneHeight: readonly [least: number, most: number]
  readonly fill?: boolean
  /** How much happened over the whole time: draws an overview to move the window in. */
  readonly density?: Density | undefined
  /** A moment in words: for the overview. */
  readonly say?: (at: number) => string
  /** A way to a list of everything of a lane, for places too dense to choose among. */
  readonly listOf?: (lane: number) => ReactNode
  /** Stands at the left of the buttons. */
  readonly children?: ReactNode
}

/** Pixels of the axis below the lanes and of the labels above them; of the overview; of the caption. */
const around = 36
const overviewRoom = 52
const captionRoom = 20
const none: readonly never[] = []

/** Lanes out of view do not exist: the one that the keyboard is in must. */
function bringIntoView(scroller: HTMLElement | null, lane: number, laneHeight: number): void {
  if (!scroller) return
  const top = lane * laneHeight
  const { scrollTop, clientHeight } = scroller
  if (top < scrollTop) scroller.scrollTop = top
  else if (top + laneHeight > scrollTop + clientHeight) scroller.scrollTop = top + laneHeight - clientHeight
}

/** A range of time with bars and points in lanes: on a canvas, with axis, labels, focus and words in the DOM. */
export function Swimlane(props: SwimlaneProps) {
  const { label, lanes, bars, points, span, limits, now, ticksOf, tell, onOpen, onSpan, laneHeight, fill } = props
  const { markers = none, bands = none, children, density, say = String, listOf } = props
  const [room, setRoom] = useState(0)
  const [table, setTable] = useState(false)
  const [card, setCard] = useState<CardPlace>()
  const [said, setSaid] = useState('')
  const space = useRef<HTMLDivElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const helpId = useId()

  const content = useMemo(
    () => ({
      lanes: lanes.length,
      bars: groupBars(bars, lanes.length),
      points: groupPoints(points, lanes.length),
    }),
    [bars, points, lanes.length],
  )
  const [least, most] = laneHeight
  const height = room - around - (density ? overviewRoom : 0) - (fill ? captionRoom : 0)
  const one = Math.min(Math.max(Math.floor(height / Math.max(lanes.length, 1)), least), most)
  const overflows = fill === true && one * lanes.length > height
  const tellMark = (mark: Mark): Told => tell(mark.column, content[mark.column].index[mark.at] ?? 0)
  const shown: Shown = useMemo(
    () => ({
      content,
      limits,
      now,
      laneHeight: one,
      markers,
      bands,
      ticksOf,
      labelOf: (at) => tell('bars', content.bars.index[at] ?? 0).title,
    }),
    [content, limits, now, one, markers, bands, ticksOf, tell],
  )
  const [stage] = useState(() => new Stage(shown, span))

  useEffect(() => stage.show(shown), [stage, shown])
  useRest(stage, span, onSpan)
  useEffect(() => (canvas.current ? stage.attach(canvas.current) : undefined), [stage])
  useEffect(() => {
    const element = space.current
    const inner = plot.current
    if (!element || !inner) return
    const observer = new ResizeObserver(() => {
      setRoom(element.clientHeight)
      stage.resize(inner.clientWidth, inner.clientHeight)
    })
    observer.observe(element)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [stage])

  const open = (mark: Mark) => {
    setCard(undefined)
    onOpen?.(mark.column, content[mark.column].index[mark.at] ?? 0)
  }
  const keys = usePlotKeys(stage, lanes.length, open, ({ lane, mark }) => {
    bringIntoView(scroller.current, lane, one)
    const words = mark && tellMark(mark)
    setCard(mark && { ...stage.place(mark), marks: [mark], count: 1, lane, pinned: false })
    setSaid(words ? `${words.title}, ${words.detail}` : '')
  })
  const point = (x: number, y: number, pinned: boolean) => {
    const hit = stage.hit(x, y)
    if (pinned && hit?.count === 1 && hit.marks[0]) return open(hit.marks[0])
    if (card?.pinned && !pinned) return
    setCard(hit && hit.count > 0 ? { ...hit, x, y, pinned } : undefined)
  }
  const gestures = useGestures(stage, plot, fill === true && !overflows, {
    onHover: (x, y) => point(x, y, false),
    onClick: (x, y) => point(x, y, true),
    onMove: () => setCard(undefined),
  })

  // A thing of its own kind, with its own keys: that is what the role is for.
  const interactive = {
    role: 'application',
    tabIndex: 0,
    ...gestures,
    onPointerLeave: () => !card?.pinned && setCard(undefined),
    onBlur: () => {
      stage.focus(undefined)
      setSaid('')
      if (!card?.pinned) setCard(undefined)
    },
    onKeyDown: (event: KeyboardEvent) => (event.key === 'Escape' ? setCard(undefined) : keys.onKeyDown(event)),
  }
  const plotHeight = fill && height > 0 ? Math.min(height, one * lanes.length) : least * lanes.length
  return (
    <section className={cx(styles.swimlane, fill && styles.fill)} aria-label={label}>
      <Controls stage={stage} table={table} onTable={setTable}>
        {children}
      </Controls>
      <div ref={space} className={styles.space}>
        {markers.some((marker) => marker.label !== '') && <MarkerLabels stage={stage} markers={markers} />}
        <div
          ref={scroller}
          className={styles.scroller}
          onScroll={(event) => stage.scroll(event.currentTarget.scrollTop)}
        >
          <div className={styles.lanes} style={{ height: one * lanes.length }}>
            <LaneLabels stage={stage} lanes={lanes} laneHeight={one} current={said === '' ? -1 : keys.cursor.lane} />
            <div className={styles.stick}>
              <div
                ref={plot}
                {...interactive}
                aria-label={`${label}. ${lanes.length} lanes, ${content.bars.start.length} bars, ${content.points.at.length} points`}
                aria-describedby={helpId}
                className={styles.plot}
                style={{ height: plotHeight }}
              >
                <canvas ref={canvas} aria-hidden="true" className={styles.canvas} />
              </div>
              {card && (
                <Card
                  place={card}
                  width={stage.look().width}
                  tell={tellMark}
                  onOpen={open}
                  onClose={() => setCard(undefined)}
                  more={card.pinned && listOf?.(card.lane)}
                />
              )}
            </div>
          </div>
        </div>
        <Axis stage={stage} />
        {density && (
          <Overview
            stage={stage}
            label={`Overview of ${label}`}
            density={density}
            limits={limits}
            say={say}
            ticksOf={ticksOf}
          />
        )}
        {fill && <Caption stage={stage} />}
      </div>
      <span id={helpId} className="hidden">
        {keyHelp}
      </span>
      <span role="status" className={said === '' ? 'hidden' : styles.said}>
        {said}
      </span>
      {table && (
        <div className={styles.table}>
          <MarksTable
            caption={label}
            content={content}
            span={stage.look().span}
            lanes={lanes}
            tell={tellMark}
            onOpen={onOpen && open}
          />
        </div>
      )}
    </section>
  )
}
