import { useSyncExternalStore } from 'react'
import type { Marker } from './paint'
import { type Span } from './columns'
import { toX } from './span'
import type { Stage } from './stage'
import styles from './swimlane.module.css'

/** Width of a label, from its length: near enough to keep labels from running into each other. */
const widthOf = (label: string): number => label.length * 6 + 8

export interface PlacedLabel {
  readonly marker: Marker
  readonly x: number
  /** It stands left of its line, for there is no room at the right. */
  readonly left: boolean
}

/** As many labels as fit side by side, those of the present and of the worst first. */
export function placeLabels(markers: readonly Marker[], span: Span, width: number): readonly PlacedLabel[] {
  const rank = (marker: Marker) => (marker.tone === 'mark' ? 1 : 0)
  const placed: (PlacedLabel & { readonly from: number; readonly to: number })[] = []
  const wanted = markers.filter((marker) => marker.label !== '' && marker.at >= span.from && marker.at <= span.to)
  for (const marker of wanted.toSorted((one, other) => rank(one) - rank(other) || one.at - other.at)) {
    const x = toX(span, width, marker.at)
    const wide = widthOf(marker.label)
    const spots = [
      { left: false, from: x, to: x + wide },
      { left: true, from: x - wide, to: x },
    ]
    const free = spots.find(
      ({ from, to }) => from >= 0 && to <= width && placed.every((other) => to <= other.from || from >= other.to),
    )
    if (free) placed.push({ marker, x, ...free })
  }
  return placed.map(({ marker, x, left }) => ({ marker, x, left }))
}

interface MarkerLabelsProps {
  readonly stage: Stage
  readonly markers: readonly Marker[]
}

/** What the lines across the lanes are, over the plot. */
export function MarkerLabels({ stage, markers }: MarkerLabelsProps) {
  const { span, width } = useSyncExternalStore(stage.subscribe, stage.look)
  return (
    <div className={styles.markers} aria-hidden="true">
      {placeLabels(markers, span, width).map(({ marker, x, left }) => (
        <span
          key={`${marker.at} ${marker.label}`}
          data-tone={marker.tone}
          className={left ? styles.leftOf : undefined}
          style={{ left: x }}
        >
          {marker.label}
        </span>
      ))}
    </div>
  )
}
