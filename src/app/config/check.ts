import type { SourceType } from '../../sources/catalogue'
import { type ConfigFault, faultsOf, meant } from './faults'
import type { Config, SourceConfig } from './read'
import type { SignIn } from '../signIn/settings'
import { outline } from './schema'

interface Raw {
  readonly actor?: string
  readonly signIn?: SignIn
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

/** Sources that sign-in names have to be there: a name that is mistyped would leave one without its token. */
function signInFaults({ signIn, sources }: Raw): readonly ConfigFault[] {
  const ids = sources.map(({ id }) => id)
  const unknown = (signIn?.sources ?? []).flatMap((id, index) => (ids.includes(id) ? [] : [{ id, index }]))
  return unknown.map(({ id, index }) => {
    const near = meant(id, ids)
    return {
      place: `signIn.sources[${index}]`,
      wrong: `“${id}” is the id of no source.${near === undefined ? '' : ` Did you mean “${near}”?`}`,
      allowed: ids.join(', '),
    }
  })
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
  const faults = [
    ...twice,
    ...signInFaults(raw),
    ...raw.sources.flatMap((source, index) => sourceFaults(source, index, types)),
  ]
  if (faults.length > 0) return { faults }
  const sources = raw.sources.map(({ options = {}, ...rest }) => ({ title: rest.id, ...rest, options }))
  return { config: { ...raw, sources } }
}
