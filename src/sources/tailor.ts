import { aliased } from './aliases/aliased'
import type { AliasRules } from './aliases/names'
import type { Source } from './contract'
import { limited, type Limits } from './limited'

/** What the configuration says of a source besides its own options. */
export interface Tailoring {
  /** By the names that things have here. */
  readonly only?: Limits
  readonly aliases?: AliasRules
}

/** The source as the configuration wants it: renamed first, then limited. Closes it where it cannot be. */
export function tailor(source: Source, { only, aliases }: Tailoring, now: () => number): Source {
  try {
    const named = aliases ? aliased(source, aliases) : source
    return only ? limited(named, only, now) : named
  } catch (cause) {
    source.close()
    throw cause
  }
}
