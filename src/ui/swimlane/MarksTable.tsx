import { useState } from 'react'
import { Button } from '../Button'
import { DataTable } from '../DataTable'
import type { Told } from './Card'
import type { Span } from './columns'
import type { Content } from './frame'
import type { Mark } from './hit'
import { marksWithin } from './marks'
import type { Lane } from './LaneLabels'
import styles from './swimlane.module.css'

interface MarksTableProps {
  readonly caption: string
  readonly content: Content
  readonly span: Span
  readonly lanes: readonly Lane[]
  readonly tell: (mark: Mark) => Told
  /** What a mark of the picture does when it is opened. */
  readonly onOpen?: ((mark: Mark) => void) | undefined
}

const step = 100

/** The same as the picture, for everybody who reads it as text. */
export function MarksTable({ caption, content, span, lanes, tell, onOpen }: MarksTableProps) {
  const [shown, setShown] = useState(step)
  const marks = marksWithin(content, span)
  const what = (mark: Mark) =>
    onOpen ? (
      <button type="button" className={styles.open} onClick={() => onOpen(mark)}>
        {tell(mark).title}
      </button>
    ) : (
      tell(mark).title
    )
  return (
    <>
      <DataTable
        caption={`${caption}: ${Math.min(shown, marks.length)} of ${marks.length}`}
        rows={marks.slice(0, shown)}
        rowKey={(mark) => `${mark.column} ${mark.at}`}
        columns={[
          { key: 'what', label: 'What', cell: what },
          { key: 'lane', label: 'Lane', cell: (mark) => lanes[mark.lane]?.label ?? '' },
          { key: 'when', label: 'When', cell: (mark) => tell(mark).detail },
        ]}
      />
      {shown < marks.length && (
        <Button tone="quiet" onClick={() => setShown(shown + step)}>
          Show {Math.min(step, marks.length - shown)} more
        </Button>
      )}
    </>
  )
}
