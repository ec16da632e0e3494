import { useQuery } from '@tanstack/react-query'
import type { Facet } from '../domain/query/facets'
import type { Id, Instant } from '../domain/units'
import type { SourceType } from '../sources/catalogue'
import { type ConfiguredSource, useData, useHealth } from './provider'

/** One source as a configuration writes it. Absent parts have no limits, no other names. */
export interface SourceEntry {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly options: Readonly<Record<string, unknown>>
  readonly only?: {
    readonly facets?: readonly Facet[]
    readonly teams?: readonly Id[]
    readonly workloads?: readonly Id[]
  }
  readonly aliases?: {
    readonly teams?: Readonly<Record<string, string>>
    readonly people?: Readonly<Record<string, string>>
    readonly workloads?: Readonly<Record<string, string>>
  }
}

/** How people sign in, where they have to. Not edited on screen, and kept as it is. */
interface SignIn {
  /** Address of the OpenID provider, as it names itself. */
  readonly issuer: string
  readonly clientId: string
  /** Asked for by people; `openid` is among them. */
  readonly scopes?: readonly string[]
  /** More parameters of the request to sign in, such as `audience`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Whose value goes into commands as who acts. */
  readonly actorClaim?: string
  readonly rolesClaim?: string
  /** Who has none of them only reads. Absent: everybody may write. */
  readonly roles?: readonly string[]
  /** Ids of the sources that get the token. Absent: those on our own origin. */
  readonly sources?: readonly string[]
  /** Displays may have a session of their own, which only reads. */
  readonly display?: { readonly scopes?: readonly string[] }
}

/** What `watchbill.config.json` says. The order of the sources is the order of belief. */
export interface Configuration {
  readonly $schema?: string
  readonly actor?: string
  readonly signIn?: SignIn
  readonly sources: readonly SourceEntry[]
}

/** Something in a configuration that cannot be used. */
export interface SetupFault {
  /** Where: `sources[1].options.url`. */
  readonly place: string
  readonly wrong: string
  readonly allowed?: string
}

/** What a type of source says of itself. */
export type SourceKind = Pick<SourceType, 'type' | 'title' | 'summary' | 'options' | 'tells'>

/** What it takes to make a configuration. */
export interface SetupTools {
  readonly kinds: readonly SourceKind[]
  /** The folder the app is served from: relative addresses are read against it. */
  readonly base: string
  /** Schema of what may stand in an entry besides its options. */
  readonly entrySchema: Readonly<Record<string, unknown>>
  /** None: it can be deployed. */
  readonly check: (configuration: unknown) => readonly SetupFault[]
  /** Opens one source beside those of the app. Never rejects; whoever opens it closes it. */
  readonly open: (entry: SourceEntry) => Promise<ConfiguredSource>
}

/** The configuration the app goes by, and the way to go by another. */
export interface Setup {
  /** Undefined where there is none. */
  readonly deployed: Configuration | undefined
  /** Whose sources are open in this tab instead of those of the deployed one. */
  readonly tried: Configuration | undefined
  readonly onTry: (configuration: Configuration | undefined) => void
  readonly tools: () => Promise<SetupTools>
}

/** Undefined where the app cannot be set up, as in a test of one screen. */
export const useSetup = (): Setup | undefined => useData().setup

/** The tools, loaded when first wanted; undefined until then, or with the reason why they did not come. */
export function useSetupTools(): { readonly tools: SetupTools | undefined; readonly error: string | undefined } {
  const setup = useSetup()
  const { data, error } = useQuery({
    queryKey: ['setup tools'],
    queryFn: () => setup?.tools() ?? Promise.reject(new Error('There is nothing to set up.')),
    enabled: setup !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  })
  return { tools: data, error: error?.message }
}

/** When a source that failed is asked again by itself, by the browser's clock; undefined while nothing of it waits. */
export function useNextTry({ id, retryAt }: ConfiguredSource): Instant | undefined {
  const { gate } = useData()
  const failedAt = useHealth().get(id)?.failedAt
  const pause = gate.pause(id)
  if (retryAt !== undefined) return retryAt
  // A moment of the browser's clock and milliseconds are one.
  return failedAt === undefined || pause === 0 ? undefined : ((failedAt + pause) as Instant)
}
