import type { AliasRules } from '../../sources/aliases/names'
import type { SourceType } from '../../sources/catalogue'
import { readJson, send } from '../../sources/http'
import { type Call, SourceError } from '../../sources/contract'
import type { Limits } from '../../sources/limited'
import type { SignIn } from '../signIn/settings'
import type { ConfigFault } from './faults'

export interface SourceConfig {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly options: Readonly<Record<string, unknown>>
  /** What of it is wanted. Absent: all. */
  readonly only?: Limits
  /** How its names are called here. */
  readonly aliases?: AliasRules
}

export interface Config {
  readonly $schema?: string
  readonly actor?: string
  readonly signIn?: SignIn
  /** In the order of belief. */
  readonly sources: readonly SourceConfig[]
}

/** What came of reading the configuration. */
export type ConfigAnswer =
  | { readonly kind: 'ready'; readonly config: Config }
  | { readonly kind: 'missing'; readonly url: string }
  | { readonly kind: 'unreadable'; readonly url: string; readonly error: SourceError }
  | { readonly kind: 'wrong'; readonly url: string; readonly faults: readonly ConfigFault[] }

/** Reads `watchbill.config.json` from the folder the app is served from. */
export async function readConfig(
  base: string,
  types: () => Promise<readonly SourceType[]>,
  call: Call,
): Promise<ConfigAnswer> {
  const url = new URL('watchbill.config.json', base).href
  const source = 'watchbill.config.json'
  try {
    // The validator and the types of source are fetched beside the file, and stay out of the script that the page waits for.
    const [{ checkConfig }, known, response] = await Promise.all([
      import('./check'),
      types(),
      send({ source, url, accept: [404], headers: { 'cache-control': 'no-cache' } }, call),
    ])
    // Hosts that answer every unknown address with the app's own page mean the same as 404.
    const page = response.headers.get('content-type')?.includes('text/html') === true
    if (response.status === 404 || page) return { kind: 'missing', url }
    const checked = checkConfig(await readJson(response, source, call), known)
    return 'config' in checked
      ? { kind: 'ready', config: checked.config }
      : { kind: 'wrong', url, faults: checked.faults }
  } catch (cause) {
    const error =
      cause instanceof SourceError ? cause : new SourceError('bad-response', source, String(cause), { cause })
    return { kind: 'unreadable', url, error }
  }
}
