import { useState } from 'react'
import { useNow, useZone } from '../../../data'
import type { Facet } from '../../../domain/query/facets'
import { tableFile } from '../../../domain/tables/file'
import {
  announce,
  Button,
  Card,
  ChipButton,
  FilterSelect,
  Icon,
  Link,
  PartialNote,
  SearchBox,
  Toolbar,
  VirtualList,
} from '../../../ui'
import { saveFile } from '../../../ui/save'
import { all as listed, count, facetWords } from '../words'
import { type Contradiction, disagreementTable, valueText } from './disagreements'
import styles from './together.module.css'
import { useContradictions } from './useContradictions'

/** Up to this many stand on the page as they are; more scroll in a box of their own. */
const few = 30

function One({ each, title }: { readonly each: Contradiction; readonly title: (id: string) => string }) {
  const { facet, id, record, field, claims, to, why } = each
  return (
    <div className={styles.one}>
      <p>
        <span className="muted">{facetWords[facet]}</span>{' '}
        {to === undefined ? <b>{record}</b> : <Link to={to}>{record}</Link>}
        {record !== id && <code> {id}</code>}, {field}:
      </p>
      <ul>
        {claims.map(({ source, value }, index) => (
          <li key={source}>
            {title(source)} says <b>{valueText(value)}</b>
            {index === 0 && ' (believed)'}
          </li>
        ))}
      </ul>
      <p className="muted">{why}</p>
    </div>
  )
}

/** Where sources tell the same record differently: who says what, who is believed and why. */
export function Disagreements() {
  const [incidents, setIncidents] = useState(false)
  const [facets, setFacets] = useState<readonly string[]>([])
  const [from, setFrom] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const { all, shared, waiting, cut, title } = useContradictions(incidents)
  const zone = useZone().name
  const now = useNow(60)
  if (shared.length === 0)
    return (
      <Card title="Where sources disagree">
        <p>No two sources tell the same facet: there is nothing to compare.</p>
      </Card>
    )
  const words = text.trim().toLowerCase()
  const shown = all.filter(
    ({ facet, record, id, field, claims }) =>
      (facets.length === 0 || facets.includes(facet)) &&
      (from.length === 0 || claims.some(({ source }) => from.includes(source))) &&
      `${record} ${id} ${field} ${claims.map(({ value }) => valueText(value)).join(' ')}`.toLowerCase().includes(words),
  )
  const having = (facet: Facet) => all.filter((each) => each.facet === facet).length
  const tellers = [...new Set(all.flatMap(({ claims }) => claims.map(({ source }) => source)))]
  const save = () => {
    const scope = shown.length === all.length ? '' : `${shown.length} of ${all.length}`
    const file = tableFile(disagreementTable(shown, all.length, title), 'csv', now, zone, scope)
    saveFile(file)
    announce(`${shown.length} of ${all.length} disagreements saved as ${file.name}`)
  }
  const names = (some: readonly Facet[]) => listed(some.map((facet) => facetWords[facet]))
  return (
    <Card
      title="Where sources disagree"
      sub="The first source in the order of belief that says something is believed. The rest stays here: for ownership it is a finding."
    >
      <Toolbar
        label="Disagreements"
        end={
          <Button onClick={save} disabledReason={shown.length === 0 ? 'Nothing is listed.' : undefined}>
            <Icon name="download" size={14} />
            CSV
          </Button>
        }
      >
        <FilterSelect
          label="Facet"
          options={shared.map((value) => ({ value, label: facetWords[value], count: having(value) }))}
          value={facets}
          onChange={setFacets}
        />
        <FilterSelect
          label="Source"
          options={tellers.map((value) => ({ value, label: title(value) }))}
          value={from}
          onChange={setFrom}
        />
        <SearchBox label="Find a disagreement" value={text} onChange={setText} />
        {shared.includes('incidents') && (
          <ChipButton pressed={incidents} onClick={() => setIncidents(!incidents)}>
            Compare incidents too
          </ChipButton>
        )}
      </Toolbar>
      {cut.length > 0 && (
        <PartialNote>
          Not all was compared: of {names(cut)}, a source does not answer or tells more than a page holds.
        </PartialNote>
      )}
      <p role="status" className={styles.told}>
        {waiting.length > 0
          ? `Comparing ${names(waiting)}…`
          : shown.length === all.length
            ? all.length === 0
              ? `Nowhere, in ${names(shared.filter((facet) => facet !== 'incidents' || incidents)) || 'what was compared'}.`
              : count(all.length, 'disagreement', 'disagreements')
            : `${shown.length} of ${count(all.length, 'disagreement', 'disagreements')}`}
      </p>
      {shown.length > few ? (
        <div className={styles.claims}>
          <VirtualList
            label="Disagreements"
            items={shown}
            itemKey={({ key }) => key}
            estimate={104}
            render={(each) => <One each={each} title={title} />}
          />
        </div>
      ) : (
        <ul className={styles.few} aria-label="Disagreements">
          {shown.map((each) => (
            <li key={each.key}>
              <One each={each} title={title} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
