import { useState } from 'react'
import type { Configuration, SourceKind } from '../../../data'
import { announce, Button, Icon, Select } from '../../../ui'
import { withSource } from '../model/draft'
import { facetWords, all } from '../words'
import styles from './setup.module.css'

interface AddSourceProps {
  readonly kinds: readonly SourceKind[]
  readonly draft: Configuration
  readonly change: (draft: Configuration) => void
}

/** Adds a source of a type at the end: the least believed. */
export function AddSource({ kinds, draft, change }: AddSourceProps) {
  const [type, setType] = useState(kinds[0]?.type ?? '')
  const kind = kinds.find((each) => each.type === type)
  const add = () => {
    const next = withSource(draft, type)
    change(next)
    announce(`${next.sources.at(-1)?.id ?? type} was added, believed last.`)
  }
  return (
    <div className={styles.add}>
      <Select
        label="Type of source"
        value={type}
        options={kinds.map((each) => ({ value: each.type, label: each.title }))}
        onChange={setType}
      />
      <Button onClick={add}>
        <Icon name="plus" size={14} />
        Add source
      </Button>
      {kind && (
        <p className="muted">
          {kind.summary} Brings {kind.tells ? all(kind.tells.map((facet) => facetWords[facet])) : 'whatever it holds'}.
        </p>
      )}
    </div>
  )
}
