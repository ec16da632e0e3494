import type { Readers, Source } from './contract'
import { aws } from './aws/type'
import { clickhouse } from './clickhouse/type'
import { backstage } from './backstage/type'
import { files } from './files/type'
import { github } from './github/type'
import { prometheus } from './prometheus/type'
import { icinga } from './icinga/type'
import { pagerduty } from './pagerduty/type'
import { rest } from './rest/type'
import { rt } from './rt/type'
import { servicenow } from './servicenow/type'

/** What a source needs from the house to open. */
export interface Opening {
  /** The key it is configured under. */
  readonly id: string
  readonly title: string
  /** Relative addresses in the options are read against this: the folder the app is served from. */
  readonly base: string
  /** The browser's clock, milliseconds since 1970. */
  readonly now: () => number
}

/** One kind of backend. `schema` is a JSON Schema of its options; `open` is loaded when first wanted. */
export interface SourceType {
  readonly type: string
  readonly title: string
  readonly summary: string
  /** Facets that it can bring. Absent: every one. */
  readonly tells?: readonly (keyof Readers)[]
  readonly options: Readonly<Record<string, unknown>>
  readonly open: (options: Readonly<Record<string, unknown>>, opening: Opening) => Promise<Source>
}

/** Every type of source there is. A new backend is a new folder and one line here. */
export const catalogue: readonly SourceType[] = [
  rest,
  files,
  backstage,
  github,
  aws,
  prometheus,
  rt,
  icinga,
  clickhouse,
  pagerduty,
  servicenow,
]
