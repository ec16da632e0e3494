import { memo } from 'react'
import { Card, cx, Link, Skeleton, TextArea } from '../../../ui'
import { DataTable } from '../../../ui/DataTable'
import type { Place, Section } from './model/section'
import styles from './pack.module.css'

export interface SectionCardProps {
  readonly section: Section
  readonly note: string
  readonly onNote: (text: string) => void
}

/** So short a text stays on one line: an id, a day, a length. */
const short = 14

const Shown = ({ text, to, tone }: Place) => (
  <span className={cx(tone !== undefined && styles[tone], text.length <= short && styles.short)}>
    {to === undefined ? text : <Link to={to}>{text}</Link>}
  </span>
)

/** A note where it is written, and as it is printed. */
export function NoteField({
  label,
  note,
  onNote,
}: { readonly label: string } & Pick<SectionCardProps, 'note' | 'onNote'>) {
  return (
    <>
      <details className={styles.note} open={note !== '' || undefined}>
        <summary>{label}</summary>
        <TextArea label={<span className="hidden">{label}</span>} value={note} onChange={onNote} />
      </details>
      {note !== '' && (
        <p className={styles.printed}>
          <b>Notes:</b> {note}
        </p>
      )}
    </>
  )
}

/** One part of the pack: what it says, its rows, and room for notes. */
export const SectionCard = ({ section, note, onNote }: SectionCardProps) => (
  <Card title={section.title} className={styles.section ?? ''}>
    <Body section={section} />
    <NoteField label={`Notes on: ${section.title}`} note={note} onNote={onNote} />
  </Card>
)

/** Not drawn anew while notes are typed. */
const Body = memo(({ section }: Pick<SectionCardProps, 'section'>) => {
  const { title, state, told, columns, rows, figures } = section
  if (state === 'loading') return <Skeleton label={`Reading: ${title}`} rows={4} />
  return (
    <>
      {told.map((line) => (
        <p key={line} className={cx(styles.told, state === 'failed' && styles.failed)}>
          {line}
        </p>
      ))}
      {state === 'ready' && rows.length === 0 && <p className={styles.told}>None.</p>}
      {rows.length > 0 && (
        <DataTable
          caption={`Table: ${title}`}
          captionHidden
          columns={columns.map((label, at) => ({
            key: label,
            label,
            cell: ({ cells }: (typeof rows)[number]) => {
              const place = cells[at]
              return place ? <Shown {...place} /> : null
            },
          }))}
          rows={rows}
          rowKey={({ key }) => key}
        />
      )}
      {figures && (
        <details className={styles.note}>
          <summary>How they are reckoned</summary>
          <ReckoningLines figures={figures} />
        </details>
      )}
    </>
  )
})

/** What each figure is and how it is counted. */
export function ReckoningLines({ figures }: { readonly figures: NonNullable<Section['figures']> }) {
  const sources = [...new Set(figures.map(({ source }) => source))]
  return (
    <ul>
      {figures.map(({ label, definition, formula }) => (
        <li key={label}>
          <b>{label}</b>: {definition} {formula}
        </li>
      ))}
      {sources.map((source) => (
        <li key={source}>{source}</li>
      ))}
    </ul>
  )
}
