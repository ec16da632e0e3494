import { useState } from 'react'
import { useHealth, useNow, useSources, useZone } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { tableFile } from '../../../../domain/tables/file'
import { timelinePage, timelineTable, type ToldTimeline } from '../../../../domain/tables/incidentTimeline'
import { cellText, type TableFormat } from '../../../../domain/tables/table'
import type { TimelineEntry } from '../../../../domain/timeline'
import type { Id } from '../../../../domain/units'
import { announce, Icon, Menu } from '../../../../ui'
import { PrintTable } from '../../../../ui/print/PrintTable'
import { saveFile } from '../../../../ui/save'
import { useAsOf } from '../../asOf/context'
import type { Names } from '../../useNames'
import { entryWords, kindWord } from '../entryWords'

interface ExportProps {
  readonly incident: Incident
  readonly names: Names
  readonly told: readonly TimelineEntry[]
  readonly total: number
  readonly hidden: string
  readonly newestFirst: boolean
  readonly outOfOrder: ReadonlySet<Id>
  readonly takenBack: ReadonlySet<Id>
  /** What is not in the picture. Empty when nothing is. */
  readonly missing: string
}

const formats: readonly (readonly [TableFormat, string])[] = [
  ['markdown', 'Markdown, to be read'],
  ['csv', 'CSV, for spreadsheets'],
  ['json', 'JSON, for programs'],
]

/** Hands out the entries shown, in their order, as a file or on paper. */
export default function Export({ incident, names, told, missing, newestFirst, ...rest }: ExportProps) {
  const [printing, setPrinting] = useState(false)
  const { name: zone } = useZone()
  const now = useNow(60)
  const asOf = useAsOf()
  const health = useHealth()
  const sources = useSources()
  const shown = (): ToldTimeline => ({
    ...rest,
    incident,
    zone,
    now,
    ...(asOf !== undefined && { asOf }),
    order: newestFirst ? 'newest first' : 'oldest first',
    missing: missing === '' ? [] : [missing],
    sources: sources.flatMap(({ id, title, source }) => {
      const asOf = health.get(id)?.asOf
      return source?.readers.timeline ? [{ title, ...(asOf !== undefined && { asOf }) }] : []
    }),
    told: told.map((entry) => {
      const { pieces, body } = entryWords(entry, names)
      const what = pieces.map(({ text }) => text).join('')
      return { entry, kind: kindWord(entry.kind), what, ...(body !== undefined && { said: body }) }
    }),
  })
  const scope = told.length === rest.total ? '' : `${told.length} of ${rest.total}`
  const save = (format: TableFormat) => {
    const table = format === 'markdown' ? timelinePage(shown()) : timelineTable(shown())
    const file = tableFile(table, format, now, zone, scope)
    saveFile(file)
    announce(`${told.length} of ${rest.total} entries saved as ${file.name}`)
  }
  const page = printing ? timelinePage(shown()) : undefined
  const none = told.length === 0 ? 'No entry is shown.' : undefined
  return (
    <>
      <Menu
        label={
          <>
            <Icon name="download" size={13} />
            Export
          </>
        }
        name={`Export ${told.length} of ${rest.total} entries`}
        items={[
          ...formats.map(([format, label]) => ({
            key: format,
            label,
            disabledReason: none,
            onSelect: () => save(format),
          })),
          { key: 'print', label: 'Print…', disabledReason: none, onSelect: () => setPrinting(true) },
        ]}
      />
      {page && (
        <PrintTable
          title={page.title}
          scope={page.scope}
          definitions={page.definitions}
          columns={page.columns.map(({ label }) => label)}
          rows={page.rows.map((row) =>
            row.map((cell) => (cell === undefined ? [] : typeof cell === 'object' ? cell : [cellText(cell)])),
          )}
          onDone={() => setPrinting(false)}
        />
      )}
    </>
  )
}
