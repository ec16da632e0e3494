import { type RefObject, useState } from 'react'
import { announce } from '../ui/Announcer'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { useChartScope } from './ChartScope'
import type { FigureTable } from './Figures'
import styles from './frame.module.css'
import type { PictureForm } from './picture/save'

export interface SaveMenuProps {
  readonly figure: RefObject<HTMLElement | null>
  readonly title: string
  readonly sub: string
  readonly summary: string
  readonly table: FigureTable
}

const forms: readonly (readonly [PictureForm, string])[] = [
  ['png', 'PNG, a picture'],
  ['svg', 'SVG, a drawing'],
  ['csv', 'CSV, the numbers'],
]

/** Saves a chart. The code that does so is fetched when it is wanted. */
export function SaveMenu({ figure, table, ...words }: SaveMenuProps) {
  const scope = useChartScope()
  const [failed, setFailed] = useState<string>()
  if (!scope) return null
  const save = async (form: PictureForm) => {
    setFailed(undefined)
    try {
      if (!figure.current) return
      const { saveChart } = await import('./picture/save')
      const name = await saveChart(form, { figure: figure.current, words, table, scope })
      announce(`${words.title} saved as ${name}`)
    } catch (error) {
      setFailed(
        `Not saved: ${error instanceof Error ? error.message : 'the browser refused'}. The table holds the same numbers.`,
      )
    }
  }
  return (
    <>
      <Menu
        name={`Save ${words.title}`}
        label={<Icon name="download" size={13} />}
        items={forms.map(([key, label]) => ({ key, label, onSelect: () => void save(key) }))}
      />
      {failed !== undefined && (
        <p role="alert" className={styles.note}>
          {failed}
        </p>
      )}
    </>
  )
}
