import type { ConfiguredSource, Health } from '../../../data'
import { type Facet, facetNames } from '../../../domain/query/facets'
import type { Instant } from '../../../domain/units'

export type Failure = Pick<NonNullable<Health['error']>, 'fault' | 'message' | 'retryAfter'>
type Opened = NonNullable<ConfiguredSource['source']>

/** What one facet of a source said to one small question. */
export interface FacetAnswer {
  readonly facet: Facet
  /** Milliseconds until it answered or failed. */
  readonly took: number
  /** Records on the small page. */
  readonly records?: number
  /** All there are, where the source knows. */
  readonly total?: number
  /** Whether there are more than were asked for. */
  readonly more?: boolean
  readonly asOf?: Instant
  readonly caveats?: readonly string[]
  readonly failure?: Failure
}

/** How far the check of one connection has come. */
export interface Connection {
  readonly stage: 'opening' | 'asking' | 'done'
  /** Milliseconds that opening took; absent where the source was open already, or is not yet. */
  readonly opened?: number
  /** Why it could not be opened. */
  readonly refused?: Failure
  readonly answers: readonly FacetAnswer[]
  /** What is asked at the moment. */
  readonly asking?: Facet
}

export interface Checking {
  /** Whether it is opened for this: else the time that opening takes says nothing. */
  readonly fresh: boolean
  readonly now: () => Instant
  readonly signal: AbortSignal
  readonly tell: (connection: Connection) => void
}

/** Records asked for: enough to see that they can be read. */
const few = 5

/** Errors that carry a fault are the sources' own: they throw no others with one. */
const isFailure = (cause: unknown): cause is Failure => cause instanceof Error && 'fault' in cause

const failureOf = (cause: unknown): Failure =>
  isFailure(cause)
    ? cause
    : { fault: 'bad-response', message: cause instanceof Error ? cause.message : String(cause), retryAfter: undefined }

/** One small page. A timeline is asked for one incident only: some backends keep it incident by incident. */
async function askFacet(
  source: Opened,
  facet: Facet,
  incident: string | undefined,
  { now, signal }: Checking,
): Promise<{ readonly answer: FacetAnswer; readonly first: string | undefined }> {
  const began = now()
  try {
    const query = facet === 'timeline' && incident !== undefined ? { incidents: [incident] } : {}
    const page = await source.readers[facet]?.list(query, { limit: few }, { signal })
    if (!page) throw new Error('It does not tell this.')
    const { items, total, cursor, asOf, caveats } = page
    const answer = {
      facet,
      took: now() - began,
      records: items.length,
      more: cursor !== undefined,
      asOf,
      caveats: caveats.map(({ text }) => text),
      ...(total !== undefined && { total }),
    }
    return { answer, first: items[0]?.id }
  } catch (cause) {
    return { answer: { facet, took: now() - began, failure: failureOf(cause) }, first: undefined }
  }
}

/**
 * Opens a source and asks everything it offers one small question, one after the other, so that nothing is asked too
 * often and each time is its own. Tells after each step; never rejects. Nobody's turn is skipped by another's fault.
 */
export async function checkConnection(open: () => Promise<ConfiguredSource>, checking: Checking): Promise<void> {
  const { fresh, now, signal, tell } = checking
  tell({ stage: 'opening', answers: [] })
  const began = now()
  const { source, refused, fault = 'unsupported' } = await open()
  if (!source) {
    const failure = { fault, message: refused ?? 'It did not open.', retryAfter: undefined }
    return tell({ stage: 'done', refused: failure, answers: [] })
  }
  const opened = fresh ? { opened: now() - began } : {}
  let answers: readonly FacetAnswer[] = []
  let incident: string | undefined
  for (const facet of facetNames.filter((each) => source.readers[each] !== undefined)) {
    if (signal.aborted) return
    tell({ stage: 'asking', ...opened, answers, asking: facet })
    const { answer, first } = await askFacet(source, facet, incident, checking)
    if (facet === 'incidents') incident = first
    answers = [...answers, answer]
  }
  tell({ stage: 'done', ...opened, answers })
}
