import { useSources, useWhole } from '../../../data'
import { announce, Button, Card } from '../../../ui'
import { withAlias, withEntry } from '../model/draft'
import { useDraftConfiguration } from '../model/useDraftConfiguration'
import { count } from '../words'
import { keyOf, type Named, type Suggestion, suggestions, type Telling } from './suggest'
import styles from './together.module.css'

const everything = {}
/** Most that are drawn; the count is of all. */
const drawn = 100

type Part = {
  readonly source: string
  readonly items: readonly (Omit<Named, 'aliases'> & { readonly aliases?: readonly string[] })[]
}

const tellings = (parts: readonly Part[], kind: Suggestion['kind']): readonly Telling[] =>
  parts.map(({ source, items }) => ({
    source,
    records: items
      .filter(({ id }) => kind === 'workloads' || id.startsWith(kind === 'teams' ? 'team:' : 'person:'))
      .map(({ id, name, aliases = [] }) => ({ id, name, aliases })),
  }))

const one: Readonly<Record<Suggestion['kind'], string>> = { teams: 'Team', people: 'Person', workloads: 'Workload' }

/** Alias rules that would join records of several sources. None is ever applied by itself. */
export function Suggestions() {
  const sources = useSources()
  const shared = (facet: 'parties' | 'workloads') => sources.filter(({ source }) => source?.readers[facet]).length > 1
  const parties = useWhole('parties', everything, shared('parties'))
  const workloads = useWhole('workloads', everything, shared('workloads'))
  const configuration = useDraftConfiguration()
  if (!shared('parties') && !shared('workloads')) return null
  const found = [
    ...suggestions('teams', tellings(parties.parts, 'teams')),
    ...suggestions('workloads', tellings(workloads.parts, 'workloads')),
    ...suggestions('people', tellings(parties.parts, 'people')),
  ]
  const title = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  const entryOf = (id: string) => configuration?.draft.sources.find((entry) => entry.id === id)
  const inDraft = ({ kind, source, theirs, ours }: Suggestion): boolean => {
    const entry = entryOf(source)
    const rule = keyOf(kind, ours.id)
    return entry !== undefined && withAlias(entry, kind, keyOf(kind, theirs.id), rule).aliases?.[kind] !== undefined
      ? JSON.stringify(withAlias(entry, kind, keyOf(kind, theirs.id), rule)) === JSON.stringify(entry)
      : false
  }
  const add = (given: readonly Suggestion[]) => {
    if (!configuration) return
    let { draft } = configuration
    for (const { kind, source, theirs, ours } of given) {
      const index = draft.sources.findIndex((entry) => entry.id === source)
      const entry = draft.sources[index]
      if (entry) draft = withEntry(draft, index, withAlias(entry, kind, keyOf(kind, theirs.id), keyOf(kind, ours.id)))
    }
    configuration.change(draft)
    announce(`${count(given.length, 'rule', 'rules')} added to the draft configuration.`)
  }
  const open = found.filter((each) => entryOf(each.source) && !inDraft(each))
  return (
    <Card
      title="Names that may be one"
      sub="The same name or alias, save for case and punctuation, under different ids. Nothing is joined before you say so."
      actions={open.length > 1 && <Button onClick={() => add(open)}>Add all {open.length} to the draft</Button>}
    >
      {found.length === 0 ? (
        <p>None: every name that two sources tell goes by one id.</p>
      ) : (
        <ul className={styles.suggested} aria-label="Names that may be one">
          {found.slice(0, drawn).map((each) => {
            const { kind, source, theirs, believed, ours, because } = each
            const why = inDraft(each)
              ? 'It is in the draft already.'
              : entryOf(source)
                ? undefined
                : `${title(source)} was opened from disk: the configuration does not name it.`
            return (
              <li key={`${kind} ${source} ${theirs.id}`}>
                <span>
                  {one[kind]} <code>{keyOf(kind, theirs.id)}</code> of {title(source)} may be{' '}
                  <code>{keyOf(kind, ours.id)}</code> of {title(believed)}:{' '}
                  <span className="muted">
                    “{because[0]}” and “{because[1]}”
                  </span>
                </span>
                <Button
                  onClick={() => add([each])}
                  disabledReason={why}
                  aria-label={`Add ${keyOf(kind, theirs.id)} = ${keyOf(kind, ours.id)} to the draft configuration`}
                >
                  {inDraft(each) ? 'In the draft' : 'Add to draft'}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {found.length > drawn && (
        <p className="muted">
          The first {drawn} of {found.length} are written out.
        </p>
      )}
    </Card>
  )
}
