import { useState } from 'react'
import { useNow } from '../../../data'
import { changeDocument, changeTable } from '../../../domain/plan/list'
import type { Plan } from '../../../domain/plan/plan'
import { tableFile } from '../../../domain/tables/file'
import { fileStem } from '../../../domain/tables/table'
import { announce, Menu } from '../../../ui'
import { saveFile } from '../../../ui/save'
import type { Rehearsed } from '../model/useRehearsal'
import styles from '../transfer.module.css'

/** The change list, whole: to read (Markdown) or to compute with (CSV), copied or saved. */
export function Exports({
  plan,
  rehearsed,
  zone,
}: {
  readonly plan: Plan
  readonly rehearsed: Rehearsed
  readonly zone: string
}) {
  const now = useNow(60)
  const [failed, setFailed] = useState<string>()
  const empty = rehearsed.outcome.changes.length === 0 ? 'The plan changes no activity yet.' : undefined
  // The reason does not belong to what is rehearsed, but to what is said of it.
  const told = { ...rehearsed, outcome: { ...rehearsed.outcome, plan } }
  const copy = (text: string, what: string) => {
    setFailed(undefined)
    navigator.clipboard.writeText(text).then(
      () => announce(`${what} copied`),
      () => setFailed('The browser does not let the page copy: save the file instead.'),
    )
  }
  const csv = () => tableFile(changeTable(told, now, zone), 'csv', now, zone)
  const markdown = () => changeDocument(told, now, zone)
  return (
    <>
      {failed !== undefined && (
        <span role="alert" className={styles.undone}>
          {failed}
        </span>
      )}
      <Menu
        label="Change list"
        items={[
          {
            key: 'copy-markdown',
            label: 'Copy as Markdown',
            disabledReason: empty,
            onSelect: () => copy(markdown(), 'Change list'),
          },
          {
            key: 'markdown',
            label: 'Save as Markdown',
            disabledReason: empty,
            onSelect: () =>
              saveFile({
                name: `${fileStem(plan.name, now, zone)}.md`,
                type: 'text/markdown;charset=utf-8',
                text: markdown(),
              }),
          },
          { key: 'copy-csv', label: 'Copy as CSV', disabledReason: empty, onSelect: () => copy(csv().text, 'CSV') },
          { key: 'csv', label: 'Save as CSV', disabledReason: empty, onSelect: () => saveFile(csv()) },
        ]}
      />
    </>
  )
}
