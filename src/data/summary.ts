import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { emptySummary, mergeSummaries } from '../domain/summarise'
import type { EventQuestion, Summary, SummaryQuestion } from '../domain/summary'
import type { Instant } from '../domain/units'
import { type Call, type Caveat, type Source, SourceError, type SummaryAnswer } from '../sources/contract'
import { offering, refusalOf, unopened } from './ask'
import { recall, useKeep, useKept } from './kept'
import { asTheyAre, polled } from './polled'
import { useData } from './provider'

/** The added-up answers of all sources that tell incidents, or events. */
export interface SummaryView {
  readonly state: 'absent' | 'loading' | 'failed' | 'ready'
  readonly summary: Summary
  /** The oldest reading that took part. */
  readonly asOf?: Instant
  readonly caveats: readonly Caveat[]
  /** Sources whose part is missing, with the reason. */
  readonly missing: readonly { readonly source: string; readonly error: SourceError }[]
  readonly outdated: boolean
  readonly retry: () => void
}

const cannotCount = ({ id, title }: Source, what: string) =>
  new SourceError('unsupported', id, `${title} lists ${what} but cannot count them`)

/** A live source answers a question whose `now` moves on; cached answers are shared within this many milliseconds. */
const grain = 60_000

/** Counts are added up where the records are: nobody sees there which of them another source tells too. */
const countedApart = (what: string): Caveat => ({
  kind: 'partial',
  text: `Counted source by source: ${what} that several sources tell counts once for each.`,
})

/** Cells, and the bins in them: of very many lengths they come by the hundred thousand. */
const weightOf = ({ cells }: Summary): number =>
  cells.reduce((sum, { closed }) => sum + (closed.kind === 'binned' ? closed.bins.length : 0), cells.length)

/** How a source counts the records of one facet; absent where it cannot. */
interface Counting {
  readonly facet: 'incidents' | 'events'
  readonly one: string
  /** What tells the question from others, save for the moment that it is asked at. */
  readonly key: unknown
  readonly moment: number
  readonly countIn: (source: Source) => ((call: Call) => Promise<SummaryAnswer>) | undefined
}

/** Asks every source for a summary of its incidents where they are, and adds the answers up. */
export function useSummary(question: SummaryQuestion, enabled = true): SummaryView {
  const { now, ...rest } = question
  return useCounting(
    {
      facet: 'incidents',
      one: 'an incident',
      key: rest,
      moment: now,
      countIn: ({ readers: { incidents } }) => incidents?.summarise?.bind(incidents, question),
    },
    enabled,
  )
}

/** The same for events. */
export const useEventSummary = (question: EventQuestion, enabled = true): SummaryView =>
  useCounting(
    {
      facet: 'events',
      one: 'an event',
      key: question,
      moment: 0,
      countIn: ({ readers: { events } }) => events?.summarise?.bind(events, question),
    },
    enabled,
  )

function useCounting({ facet, one, key, moment, countIn }: Counting, enabled: boolean): SummaryView {
  const data = useData()
  const { sources, gate } = data
  const offered = useMemo(() => offering(sources, facet), [sources, facet])
  const kept = useKept<SummaryAnswer>()
  const answers = useQueries({
    queries: offered.map((source) => ({
      ...polled(data, source, {
        kind: `${facet} summary`,
        key: [facet, 'summary', key, Math.floor(moment / grain)],
        held: (answer: SummaryAnswer) => weightOf(answer.summary),
        follows: source.readers[facet]?.watch !== undefined,
        read: (signal) => countIn(source)?.({ signal }) ?? Promise.reject(cannotCount(source, facet)),
      }),
      // What is known without asking is no fault of the source's answers.
      ...(!countIn(source) && {
        queryFn: () => Promise.reject<SummaryAnswer>(cannotCount(source, facet)),
      }),
      enabled,
      placeholderData: () => recall(kept, source.id),
    })),
    combine: asTheyAre,
  })
  const family = JSON.stringify(key)
  useKeep(kept, offered, answers, family)
  return useMemo(() => {
    const heard = offered.flatMap((source, index) => {
      const answer = answers[index]
      // What was counted a minute ago outlives an error of its successor.
      const data = answer?.data ?? (answer?.isError ? recall(kept, source.id, family) : undefined)
      return data ? [data] : []
    })
    const failed = offered.flatMap((source, index) => {
      const error = answers[index]?.error
      return error instanceof SourceError ? [{ source: source.id, error }] : []
    })
    const refused = unopened(sources).flatMap((source) => {
      const error = refusalOf(source)
      return error ? [{ source: source.id, error }] : []
    })
    const missing = [...failed, ...refused]
    const concerned = offered.length + unopened(sources).length
    const times = heard.map((answer) => answer.asOf)
    return {
      state:
        concerned === 0 ? 'absent' : heard.length > 0 ? 'ready' : missing.length === concerned ? 'failed' : 'loading',
      summary: heard.map((answer) => answer.summary).reduce(mergeSummaries, emptySummary),
      caveats: [...heard.flatMap((answer) => answer.caveats), ...(heard.length > 1 ? [countedApart(one)] : [])],
      missing,
      outdated: answers.some((answer) => answer.isPlaceholderData),
      retry: () => {
        for (const { reopen } of sources) reopen?.()
        for (const { id } of offered) gate.open(id)
        for (const answer of answers) void answer.refetch()
      },
      ...(times.length > 0 && { asOf: times.reduce((left, right) => (right < left ? right : left)) }),
    }
  }, [answers, offered, sources, gate, one, kept, family])
}
