import { type ConfiguredSource, pauseAfter } from '../data'
import { instant } from '../domain/units'
import { contractVersion, retryable, type Source, SourceError } from '../sources/contract'
import type { SourceType } from '../sources/catalogue'
import type { SourceConfig } from './config/read'

export interface OpeningAll {
  readonly types: readonly SourceType[]
  readonly base: string
  readonly now: () => number
  /** Ends the attempts to open what was refused. */
  readonly signal: AbortSignal
  /** In [0, 1). */
  readonly random: () => number
  /** A source that is open already and need not be opened again. */
  readonly kept?: (config: SourceConfig) => ConfiguredSource | undefined
}

/** A script that did not come is a line that is down, not a source that cannot be opened. */
const isLine = (cause: unknown): boolean => /dynamically imported module|module script|preload/i.test(reason(cause))

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** What came of one attempt; with the error where another one may end otherwise. */
interface Attempt {
  readonly source: ConfiguredSource
  readonly error?: SourceError
}

/** The source with the limits and names of the configuration; what that takes is fetched where it is wanted. */
async function tailored(source: Source, { only, aliases }: SourceConfig, now: () => number): Promise<Source> {
  if (!only && !aliases) return source
  const { tailor } = await import('../sources/tailor')
  return tailor(source, { ...(only && { only }), ...(aliases && { aliases }) }, now)
}

/** One source of the configuration, opened, or with the reason why not. Never rejects. */
export async function openOne(
  config: SourceConfig,
  { types, base, now }: Pick<OpeningAll, 'types' | 'base' | 'now'>,
): Promise<Attempt> {
  const { id, title, type, options } = config
  const named = { id, title, type }
  const found = types.find((each) => each.type === type)
  if (!found) return { source: { ...named, refused: `“${type}” is no known type of source.` } }
  try {
    const source = await tailored(await found.open(options, { id, title, base, now }), config, now)
    if (source.contract === contractVersion) return { source: { ...named, source } }
    source.close()
    const refused = `It speaks version ${String(source.contract)} of the contract, not the one of this Watchbill.`
    return { source: { ...named, refused } }
  } catch (cause) {
    const refused = { ...named, refused: reason(cause) }
    return cause instanceof SourceError
      ? { source: { ...refused, fault: cause.fault }, error: cause }
      : {
          source: refused,
          error: new SourceError(isLine(cause) ? 'unreachable' : 'unsupported', id, refused.refused, { cause }),
        }
  }
}

/** Whether it may open later without anybody doing anything here. */
const heals = ({ fault }: SourceError): boolean =>
  retryable[fault] || fault === 'unauthenticated' || fault === 'forbidden'

/**
 * Opens a source, and again until it is open: by itself after a pause where the fault may heal (also by others, who sign
 * in or let in), else when a person asks for it. Tells what came of each attempt. Resolves after the first.
 */
async function keepOpening(
  config: SourceConfig,
  opening: OpeningAll,
  tell: (source: ConfiguredSource) => void,
  failures = 1,
): Promise<void> {
  const { source, error } = await openOne(config, opening)
  if (!error) return tell(source)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false
  const stop = () => {
    asked = true
    clearTimeout(timer)
  }
  const reopen = () => {
    if (asked) return
    stop()
    opening.signal.removeEventListener('abort', stop)
    void keepOpening(config, opening, tell, failures + 1)
  }
  if (opening.signal.aborted) asked = true
  else opening.signal.addEventListener('abort', stop, { once: true })
  if (!heals(error) || asked) return tell({ ...source, reopen })
  const pause = pauseAfter(failures, error, opening.random)
  timer = setTimeout(reopen, pause)
  tell({ ...source, reopen, retryAt: instant(opening.now() + pause) })
}

/** Milliseconds after which the app is shown without the sources that are still opening. */
const patience = 3_000

/**
 * Opens sources side by side, in the order of the configuration. Calls back when all are open or patience is over, and
 * again for each that comes late. Until then a source is neither opened nor refused.
 */
export async function openAll(
  configs: readonly SourceConfig[],
  opening: OpeningAll,
  changed: (sources: readonly ConfiguredSource[]) => void,
): Promise<void> {
  let current: readonly ConfiguredSource[] = configs.map(({ id, title, type }) => ({ id, title, type }))
  let shown = false
  const show = () => {
    shown = true
    changed(current)
  }
  const opened = configs.map(async (config, index) => {
    const tell = (source: ConfiguredSource) => {
      current = current.with(index, source)
      if (shown) changed(current)
    }
    const source = opening.kept?.(config)
    if (source) tell(source)
    else await keepOpening(config, opening, tell)
  })
  const late = setTimeout(show, patience)
  await Promise.all(opened)
  clearTimeout(late)
  if (!shown) show()
}

/** Frees what opened sources hold. Those that failed to open hold nothing. */
export function closeAll(sources: readonly ConfiguredSource[]): void {
  for (const { source } of sources) source?.close()
}
