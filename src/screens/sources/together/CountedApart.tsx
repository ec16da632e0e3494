import { type ConfiguredSource, type SourceEntry, useSources } from '../../../data'
import { facetNames } from '../../../domain/query/facets'
import { announce, Button, Card } from '../../../ui'
import { withEntry } from '../model/draft'
import { useDraftConfiguration } from '../model/useDraftConfiguration'
import { all } from '../words'
import styles from './together.module.css'

/** What tells of incidents: left to one source when two tell the same ones. */
const incidental = new Set<string>(['incidents', 'timeline'])

/** A source without its incidents, by limiting it to the rest of what it offers. */
function withoutIncidents(entry: SourceEntry, source: ConfiguredSource['source']): SourceEntry | undefined {
  const facets = facetNames.filter((facet) => source?.readers[facet] !== undefined && !incidental.has(facet))
  return facets.length === 0 ? undefined : { ...entry, only: { ...entry.only, facets } }
}

/** Says what to do where several sources tell incidents: lists join them by id, counts add them up. */
export function CountedApart() {
  const sources = useSources().filter(({ source }) => source?.readers.incidents)
  const configuration = useDraftConfiguration()
  if (sources.length < 2) return null
  const limit = ({ id, title, source }: ConfiguredSource) => {
    if (!configuration) return
    const { draft } = configuration
    const index = draft.sources.findIndex((entry) => entry.id === id)
    const entry = draft.sources[index]
    const next = entry && withoutIncidents(entry, source)
    if (!next) return
    configuration.change(withEntry(draft, index, next))
    announce(`${title} tells no incidents in the draft configuration.`)
  }
  const reason = ({ id, source }: ConfiguredSource): string | undefined => {
    const entry = configuration?.draft.sources.find((each) => each.id === id)
    if (!entry) return 'The configuration does not name it.'
    if (entry.only?.facets && !entry.only.facets.some((facet) => incidental.has(facet)))
      return 'In the draft it tells none.'
    return withoutIncidents(entry, source)
      ? undefined
      : 'It tells nothing else: take it out of the configuration instead.'
  }
  return (
    <Card title="Incidents counted apart" sub={`${all(sources.map(({ title }) => title))} tell incidents.`}>
      <p>
        Lists show an incident once where both tell it under one id. Counts and trends are made in each source and added
        up: an incident that two of them tell counts twice there. Where they tell the same incidents, let one tell them.
      </p>
      <div className={styles.buttons}>
        {sources.map((source) => (
          <Button key={source.id} onClick={() => limit(source)} disabledReason={reason(source)}>
            No incidents from {source.title} (in the draft)
          </Button>
        ))}
      </div>
    </Card>
  )
}
