import { type Call, SourceError } from '../../sources/contract'
import { readJson, send } from '../../sources/http'

const source = 'watchbill'
const wrong = (url: string, what: string) => new SourceError('bad-response', source, `${url} answered with ${what}`)

/** The build this page is of; undefined in development. */
export const ownBuild = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="watchbill-build"]')?.content

/** The build that the server has now. Throws SourceError; `base` ends in a slash. */
export async function newestBuild(base: string, call: Call): Promise<string> {
  const url = new URL('version.json', base).href
  const body = await readJson(await send({ source, url, cache: 'no-store' }, call), source, call)
  if (typeof body === 'object' && body !== null && 'build' in body && typeof body.build === 'string') return body.build
  throw wrong(url, 'no version')
}

const script = /\bsrc="([^"]+\.js)"/g
const style = /<link rel="stylesheet"[^>]*\bhref="([^"]+\.css)"/g

/**
 * Whether a page would come up, were it loaded now: it is one of Watchbill's and every script and style it names is
 * there. A sign-in page, an error page or a half-finished deploy would end the picture with nobody there to mend it.
 * Tells its build; throws SourceError. What it fetches is what the browser then keeps.
 */
export async function wholePage(page: string, call: Call): Promise<string> {
  const answer = await send({ source, url: page, cache: 'reload', headers: { accept: 'text/html' } }, call)
  if (answer.redirected) throw wrong(page, `a way to ${answer.url}`)
  const text = await answer.text()
  const build = /<meta name="watchbill-build" content="([^"]+)"/.exec(text)?.[1]
  if (build === undefined) throw wrong(page, 'another page')
  const named = [...text.matchAll(script), ...text.matchAll(style)].flatMap(([, path]) => path ?? [])
  await Promise.all(
    named.map(async (path) => {
      const url = new URL(path, page).href
      const part = await send({ source, url }, call)
      const type = part.headers.get('content-type') ?? ''
      if (!/javascript|css/.test(type)) throw wrong(url, `“${type}” in place of a script`)
      await part.text()
    }),
  )
  return build
}

/** The address of this page as the server knows it. */
export const thisPage = (): string => location.origin + location.pathname + location.search
