import { lazy, Suspense, useState } from 'react'
import { tableFile } from '../../../domain/tables/file'
import { cellText, type TableFormat } from '../../../domain/tables/table'
import { announce, ChipButton, Icon, Menu } from '../../../ui'
import { PrintTable } from '../../../ui/print/PrintTable'
import { saveFile } from '../../../ui/save'
import type { Book, Listing } from '../model/listing'
import type { Reading } from '../model/query'
import { usePending } from '../model/usePending'
import { countText } from '../model/words'
import { printedOf, tableOf } from './tables'
import { useShown } from './useShown'

const ImportDialog = lazy(() => import('./importing/ImportDialog'))
const CodeDialog = lazy(() => import('./code/CodeDialog'))

interface ToolsProps {
  readonly book: Book
  readonly listing: Listing
  readonly reading: Reading
}

const formats: readonly (readonly [TableFormat, string])[] = [
  ['csv', 'CSV, for spreadsheets'],
  ['json', 'JSON, for programs'],
  ['markdown', 'Markdown table'],
]

/** Takes out what is shown, whole, and takes in a table of responsibilities. */
export default function Tools({ book, listing, reading }: ToolsProps) {
  const [doing, setDoing] = useState<'print' | 'import' | 'code'>()
  const shown = useShown(book, listing)
  const pending = usePending()
  const given = { book, listing, reading, shown, pending }
  const { listed, total } = shown
  const end = () => setDoing(undefined)
  const none = listed === 0 ? 'Nothing is listed.' : undefined
  const save = (format: TableFormat) => {
    const scope = listed === total ? '' : `${listed} of ${total}`
    const file = tableFile(tableOf(given), format, shown.now, shown.zone, scope)
    saveFile(file)
    announce(`${countText(listed)} of ${countText(total)} activities saved as ${file.name}`)
  }
  return (
    <>
      <Menu
        label={
          <>
            <Icon name="download" size={13} />
            Export
          </>
        }
        name={`Export ${countText(listed)} of ${countText(total)} activities`}
        items={[
          ...formats.map(([format, label]) => ({
            key: format,
            label,
            disabledReason: none,
            onSelect: () => save(format),
          })),
          { key: 'print', label: 'Print…', disabledReason: none, onSelect: () => setDoing('print') },
          { key: 'code', label: 'Ownership as code…', onSelect: () => setDoing('code') },
        ]}
      />
      <ChipButton onClick={() => setDoing('import')}>Import…</ChipButton>
      {doing === 'print' && <Printed table={printedOf(given)} onDone={end} />}
      <Suspense>
        {doing === 'import' && <ImportDialog ownership={book.ownership} pending={pending} onClose={end} />}
        {doing === 'code' && <CodeDialog book={book} listing={listing} onClose={end} />}
      </Suspense>
    </>
  )
}

function Printed({ table, onDone }: { readonly table: ReturnType<typeof printedOf>; readonly onDone: () => void }) {
  return (
    <PrintTable
      title={table.title}
      scope={table.scope}
      definitions={table.definitions}
      columns={table.columns.map(({ label }) => label)}
      rows={table.rows.map((row) =>
        row.map((cell) => (typeof cell === 'object' ? cell : cell === undefined ? [] : [cellText(cell)])),
      )}
      onDone={onDone}
    />
  )
}
