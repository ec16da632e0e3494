import { faultWords } from '../words'
import type { Failure } from './connection'

export interface Diagnosis {
  readonly name: string
  /** What was seen. */
  readonly words: string
  /** Who must do what. */
  readonly advice: string
  /** Lines for the proxy in front of the app that would help. */
  readonly lines?: string
}

/** What is known of where a source is. */
export interface Whereabouts {
  readonly id: string
  readonly options: Readonly<Record<string, unknown>>
  /** The folder the app is served from. */
  readonly base: string
}

/** Every address among the options: `url`, and what ends so. */
const addressesOf = ({ options, base }: Whereabouts): readonly URL[] =>
  Object.entries(options).flatMap(([name, value]) => {
    if (!/url$/i.test(name) || typeof value !== 'string' || !URL.canParse(value, base)) return []
    return [new URL(value, base)]
  })

/** A place of one's own origin that leads to another one (nginx). The token of the backend belongs there. */
function proxyLines({ id, base }: Whereabouts, { href }: URL): string {
  const path = new URL(`${id}/`, base).pathname
  return [
    `location ${path} {`,
    `  proxy_pass ${href.replace(/[?#].*$/, '').replace(/\/?$/, '/')};`,
    '  proxy_ssl_server_name on;',
    '  # proxy_set_header Authorization "…";',
    '}',
  ].join('\n')
}

/** What a failed connection means and what can be done, as exactly as a browser lets know. */
export function diagnose({ fault, message }: Failure, where: Whereabouts): Diagnosis {
  const told = { name: faultWords[fault].name, words: message, advice: faultWords[fault].advice }
  const { origin, protocol } = new URL(where.base)
  const elsewhere = addressesOf(where).find((url) => url.origin !== origin)
  if (fault === 'unreachable' && elsewhere) {
    const mixed = protocol === 'https:' && elsewhere.protocol === 'http:'
    return {
      name: 'Not reached, or not allowed to read it',
      words: message,
      advice: mixed
        ? `${elsewhere.origin} is not encrypted, and a page that is may not ask it. Lead to it through the proxy of this page: set the address to “${where.id}” and add these lines.`
        : `${elsewhere.origin} is another origin than this page. The browser does not say which it is: the backend is down, it does not allow this page (CORS), or the policy of this page does not (connect-src). A proxy on this origin settles the last two: set the address to “${where.id}” and add these lines.`,
      lines: proxyLines(where, elsewhere),
    }
  }
  if (fault === 'unauthenticated')
    return {
      ...told,
      advice:
        'Whoever runs the proxy in front of the backend must add its credentials (proxy_set_header Authorization …), or you sign in to it. The token never goes into this configuration.',
    }
  if (fault === 'forbidden')
    return {
      ...told,
      advice:
        'The credentials are known, but may not read this. Whoever runs the backend must give the account that the proxy uses the right to.',
    }
  if (fault === 'bad-response' && /a web page/.test(message))
    return {
      ...told,
      advice:
        'A page for people came in place of data: a sign-in page, or the app itself where the proxy has no location for this path. Check the address and the proxy.',
    }
  if (fault === 'unsupported' && /version/i.test(message))
    return { ...told, name: 'Another version', advice: 'Bring the backend or Watchbill to a version that both speak.' }
  return told
}
