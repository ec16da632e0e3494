import { schemes } from '../../../../domain/tables/raciLetters'
import { layouts } from '../../../../domain/tables/raciSheet'
import { Select } from '../../../../ui'
import styles from './importing.module.css'
import { delimiters } from './text'
import type { Importing } from './useImport'
import { delimiterNames, layoutNames, schemeText } from './words'

/** How the table was understood, and the ways to put that right. */
export function SettingsBar({ importing }: { readonly importing: Importing }) {
  const { read, sheet, plan, settings, change } = importing
  const supports = plan.rows.some(({ letters }) => letters.some(({ letter }) => letter === 'S'))
  return (
    <div role="group" aria-label="How the table is read" className={styles.settings}>
      <Select
        label="Between cells"
        value={read.delimiter}
        options={delimiters.map((value) => ({ value, label: delimiterNames[value] }))}
        onChange={(delimiter) => change({ delimiter })}
      />
      <Select
        label="How it lies"
        value={sheet.layout}
        options={layouts.map((value) => ({ value, label: layoutNames[value] }))}
        onChange={(layout) => change({ layout })}
      />
      <Select
        label="Family of letters"
        value={plan.scheme}
        options={schemes.map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(scheme) => change({ scheme })}
      />
      {supports && (
        <Select
          label="What S becomes"
          value={settings.support}
          options={[
            { value: 'note', label: 'S: kept as a note' },
            { value: 'responsible', label: 'S: becomes Responsible' },
            { value: 'consulted', label: 'S: becomes Consulted' },
          ]}
          onChange={(support) => change({ support })}
        />
      )}
      <Select
        label="Who is not in the table"
        value={settings.extent}
        options={[
          { value: 'listed', label: 'Who is not in the table keeps their roles' },
          { value: 'whole', label: 'Who is not in the table loses their roles' },
        ]}
        onChange={(extent) => change({ extent })}
      />
      <p className="muted">{schemeText(plan.scheme)}</p>
      {sheet.leftOut.length > 0 && <p className="muted">Holds no ownership, left out: {sheet.leftOut.join('; ')}.</p>}
      {read.cut !== undefined && (
        <p role="alert" className={styles.fault}>
          {read.cut}
        </p>
      )}
    </div>
  )
}
