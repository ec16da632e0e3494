import { useRef, useState } from 'react'
import { Button, Icon, TextArea } from '../../../../ui'
import styles from './importing.module.css'
import { mostCharacters } from './text'

interface GiveProps {
  readonly text: string
  /** The file it came from; empty when it was pasted. */
  readonly source: string
  readonly onGive: (text: string, source?: string) => void
  readonly onNext: () => void
}

const example = `Workload;Activity;Payments;Security
Ledger;Rotate keys;R;A
Ledger;Restore the database;A/R;I`

/** Where a table is given: as a file, or pasted. */
export function Give({ text, source, onGive, onNext }: GiveProps) {
  const input = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<string>()
  const take = async (file: File | undefined) => {
    if (!file) return
    setFault(undefined)
    if (file.size > 4 * mostCharacters)
      return setFault(`${file.name} is larger than ${(4 * mostCharacters) / 1e6} MB. Cut the table in parts.`)
    try {
      onGive(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()), file.name)
      onNext()
    } catch {
      setFault(`${file.name} is no text in UTF-8. Save the table as “CSV UTF-8” and choose that file.`)
    }
  }
  return (
    <div className={styles.give}>
      <p>
        Activities as rows and teams or people as columns, the other way round, or one column a role with names in it.
        Letters R, A, C, I, V, S (support) and D (driver); several as <code>A/R</code>. Nothing is written before you
        say so.
      </p>
      <div className={styles.actions}>
        <Button onClick={() => input.current?.click()}>
          <Icon name="folder" size={14} />
          Choose a file
        </Button>
        <span className="muted">CSV, TSV or Markdown; or paste the table here, straight from a spreadsheet.</span>
        <input
          ref={input}
          hidden
          type="file"
          aria-label="Table file"
          accept=".csv,.tsv,.txt,.md,text/csv,text/plain"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <TextArea
        label={source === '' ? 'Table' : `Table, from ${source}`}
        value={text}
        placeholder={example}
        onChange={(next) => onGive(next)}
      />
      <div className={styles.actions}>
        <Button
          tone="primary"
          disabledReason={text.trim() === '' ? 'Choose a file or paste a table first.' : undefined}
          onClick={onNext}
        >
          Look at it
        </Button>
      </div>
    </div>
  )
}
