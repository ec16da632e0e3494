import type { SourceType } from '../../sources/catalogue'
import { type ConfigFault, faultsOf, meant } from './faults'
import type { Config, SourceConfig } from './read'
import { outline } from './schema'

interface Raw {
  readonly actor?: string
  readonly sources: readonly (Omit<SourceConfig, 'title' | 'options'> & Partial<SourceConfig>)[]
}

/** The value as the configuration's raw shape. `outline` has been checked against it and guarantees the shape. */
const asRaw = (checked: unknown): Raw => checked as Raw

function sourceFaults(
  source: Raw['sources'][number],
  index: number,
  types: readonly SourceType[],
): readonly ConfigFault[] {
  const place = `sources[${index}]`
  const type = types.find((each) => each.type === source.type)
  if (type) return faultsOf(type.options, source.options ?? {}, `${place}.options`)
  const known = types.map((each) => each.type)
  const near = meant(source.type, known)
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`
  return [
    {
      place: `${place}.type`,
      wrong: `“${source.type}” is no known type of source.${hint}`,
      allowed: types.map((each) => `${each.type} (${each.title})`).join(', '),
    },
  ]
}

/** Checks a parsed configuration: its outline, then each source's type and options, then that ids are unique. */
export function checkConfig(
  value: unknown,
  types: readonly SourceType[],
): { readonly config: Config } | { readonly faults: readonly ConfigFault[] } {
  const wrong = faultsOf(outline, value)
  if (wrong.length > 0) return { faults: wrong }
  const raw = asRaw(value)
  const twice = raw.sources.flatMap(({ id }, index) =>
    raw.sources.findIndex((each) => each.id === id) < index
      ? [
          {
            place: `sources[${index}].id`,
            wrong: `“${id}” is the id of another source too.`,
            allowed: 'an id of its own',
          },
        ]
      : [],
  )
  const faults = [...twice, ...raw.sources.flatMap((source, index) => sourceFaults(source, index, types))]
  if (faults.length > 0) return { faults }
  const sources = raw.sources.map(({ options = {}, ...rest }) => ({ title: rest.id, ...rest, options }))
  return { config: { ...raw, sources } }
}
