import { type Call, SourceError } from '../contract'
import { networkFault, send } from '../http'
import { type GivenFile, inReadingOrder } from './given'
import { defaultLimits } from './limits'
import { manifestNames } from './manifest'
import { FileFault } from './sink'

/** Milliseconds for one file: exports of 50 MB come over slow lines. */
const patience = 120_000

/** A file that may still have to be fetched. */
export interface NamedFile {
  readonly path: string
  /**
   * The file, or its first bytes: no more than `most` are waited for over the network. Rejects with a SourceError;
   * `unsupported` means that there is no such file.
   */
  readonly fetch: (most: number) => Promise<GivenFile>
}

/** A workspace as found: its manifest, where it has one, and its files as far as they can be listed. */
export interface Found {
  readonly manifest?: GivenFile
  /** Looks a file of the manifest up by its path. Throws a FileFault where it lies outside or is not there. */
  readonly file: (path: string) => NamedFile
  /** Everything there is. Empty for a folder on the web that has a manifest and no index.json. */
  readonly all: readonly NamedFile[]
}

/** Where a workspace is: an address of a folder, a manifest or one file; or files that are given. */
export type Origin = { readonly url: string } | { readonly files: readonly GivenFile[] }

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const isManifest = (path: string): boolean => manifestNames.some((name) => name === nameOf(path))

/** Folders on the way to the top, plain. `..` beyond the workspace is not followed. */
function within(folder: string, path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return folder + parts.join('/')
}

const outside = (path: string) => new FileFault(`${path} lies outside the workspace. Put the file into its folder.`)

function given(files: readonly GivenFile[]): Found {
  const ordered = inReadingOrder(files)
  const manifest = ordered.find(({ path }) => isManifest(path))
  const folder = manifest ? folderOf(manifest.path) : ''
  const named = (file: GivenFile): NamedFile => ({ path: file.path, fetch: () => Promise.resolve(file) })
  return {
    ...(manifest && { manifest }),
    file: (path) => {
      const wanted = within(folder, path)
      if (wanted === undefined) throw outside(path)
      const file = files.find((each) => each.path === wanted)
      if (!file) throw new FileFault(`${path} is not among the files. Check the path, or add the file.`)
      return named(file)
    },
    all: ordered.map(named),
  }
}

/** Servers of single-page apps answer a missing file with their page. */
const isPage = async (blob: Blob): Promise<boolean> => /^\s*<(!doctype|html)/i.test(await blob.slice(0, 64).text())

/** The first bytes of a body. What follows is cancelled, not fetched. */
async function upTo(most: number, body: Response['body']): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = body?.getReader()
  for (let size = 0; reader && size < most;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    size += value.length
  }
  // The answer is here already: a connection that cannot be closed in good order takes nothing from it.
  await reader?.cancel().catch(() => undefined)
  return new Blob(parts).slice(0, most)
}

async function download(source: string, url: string, path: string, most: number, call: Call): Promise<GivenFile> {
  const response = await send({ source, url, patience }, call)
  let blob: Blob
  try {
    blob = await upTo(most, response.body)
  } catch (cause) {
    throw networkFault(source, url, call, cause)
  }
  if (await isPage(blob)) throw new SourceError('unsupported', source, `${url} is a web page, not a file of data`)
  const modified = Date.parse(response.headers.get('last-modified') ?? '')
  return { path, blob, ...(Number.isFinite(modified) && { modified }) }
}

/** Whether an error of `fetch` means that there is no such file, and not that a server fails. */
export const isMissing = (cause: unknown): cause is SourceError =>
  cause instanceof SourceError && cause.fault === 'unsupported'

/** Why a file that was named is set aside. */
export const missing = ({ message }: SourceError): string => `There is no such file. ${message}.`

/** The first of the files that is there. */
async function firstOf(
  names: readonly string[],
  get: (name: string) => Promise<GivenFile>,
): Promise<GivenFile | undefined> {
  for (const name of names) {
    try {
      return await get(name)
    } catch (cause) {
      if (!isMissing(cause)) throw cause
    }
  }
  return undefined
}

/** `index.json` lists the files of a folder: `{"files": ["a.csv", …]}`. Undefined where it says something else. */
async function listed(index: GivenFile): Promise<readonly string[] | undefined> {
  const value: unknown = await index.blob.text().then(
    (text) => JSON.parse(text) as unknown,
    () => undefined,
  )
  const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : undefined
  return Array.isArray(files) && files.every((each) => typeof each === 'string') ? files : undefined
}

async function remote(source: string, url: string, call: Call): Promise<Found> {
  const base = new URL(folderOf(new URL(url).pathname), url)
  const named = (path: string): NamedFile => {
    const inside = within('', path)
    if (inside === undefined) throw outside(path)
    const address = new URL(inside.split('/').map(encodeURIComponent).join('/'), base)
    return { path: inside, fetch: (most) => download(source, address.href, inside, most, call) }
  }
  const whole = (path: string) => named(path).fetch(defaultLimits.bytes)
  const name = decodeURIComponent(nameOf(new URL(url).pathname))
  if (name !== '' && !isManifest(name)) return { file: named, all: [named(name)] }
  const manifest = await firstOf(name === '' ? manifestNames : [name], whole)
  if (!manifest && name !== '') throw new SourceError('unsupported', source, `There is no ${url}`)
  const index = await firstOf(['index.json'], whole)
  const paths = index && (await listed(index))
  // Beside a manifest the list only tells which files it leaves out.
  if (manifest) return { manifest, file: named, all: inReadingOrder((paths ?? []).map(named)) }
  if (!index)
    throw new SourceError(
      'unsupported',
      source,
      `${url} has neither watchbill.yaml nor index.json: there is no telling which files it holds`,
    )
  if (!paths) throw new SourceError('bad-response', source, `${url}index.json should hold {"files": ["name", …]}`)
  return { file: named, all: inReadingOrder(paths.map(named)) }
}

/** Finds the files of a workspace. Rejects with a SourceError in the name of the source. */
export const find = async (origin: Origin, source: string, call: Call): Promise<Found> =>
  'url' in origin ? remote(source, origin.url, call) : given(origin.files)
