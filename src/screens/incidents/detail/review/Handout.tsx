import { useState } from 'react'
import {
  reviewFile,
  reviewParts,
  reviewScope,
  reviewTitle,
  type ToldReview,
} from '../../../../domain/tables/incidentReview'
import { announce, Icon, Menu } from '../../../../ui'
import { PrintTable } from '../../../../ui/print/PrintTable'
import { saveFile } from '../../../../ui/save'

/** Hands the review out, as a file or on paper. */
export function Handout({ told }: { readonly told: ToldReview }) {
  const [printing, setPrinting] = useState(false)
  const save = (format: 'markdown' | 'json') => {
    const file = reviewFile(told, format)
    saveFile(file)
    announce(`The review is saved as ${file.name}`)
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
        name="Export the review"
        items={[
          { key: 'markdown', label: 'Markdown, to be read', onSelect: () => save('markdown') },
          { key: 'json', label: 'JSON, for programs', onSelect: () => save('json') },
          { key: 'print', label: 'Print…', onSelect: () => setPrinting(true) },
        ]}
      />
      {printing && (
        <PrintTable
          title={reviewTitle(told)}
          scope={reviewScope(told)}
          definitions={[]}
          columns={['Part', 'What is written down']}
          rows={reviewParts(told).map(({ title, lines }) => [[title], lines])}
          onDone={() => setPrinting(false)}
        />
      )}
    </>
  )
}
