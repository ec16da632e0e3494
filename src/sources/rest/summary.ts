import type { Facet } from '../../domain/query/facets'
import type { Distribution, EventQuestion, SummaryCell, SummaryQuestion } from '../../domain/summary'
import type { Call, SummaryAnswer } from '../contract'
import type { Client } from './client'
import { heard } from './dimensions'
import { type Offered, refusalOf } from './offered'
import { summaryParameters } from './question'
import { seconds } from './shape'
import type { Wire } from './wire.generated'

const distribution = (wire: Wire['Distribution']): Distribution =>
  wire.kind === 'exact'
    ? { kind: 'exact', values: (wire.values ?? []).map(seconds) }
    : {
        kind: 'binned',
        zeros: wire.zeros ?? 0,
        bins: (wire.bins ?? []).map(([bin, count]) => [bin, count] as const),
      }

const cell = (wire: Wire['SummaryCell'], by: readonly string[]): SummaryCell => ({
  ...wire,
  key: wire.key.map((value, index) => heard(by[index] ?? '', value)),
  closed: distribution(wire.closed),
  open: distribution(wire.open),
})

/** Asks the backend to count where the records are. Rejects with `unsupported` what it does not offer to count by. */
export async function summarise(
  facet: Facet,
  client: Client,
  question: SummaryQuestion | EventQuestion,
  offered: Offered,
  call: Call,
): Promise<SummaryAnswer> {
  const refusal = refusalOf(facet, question, offered, client.address.source)
  if (refusal) throw refusal
  const path = `/v1/${facet}/summary?${summaryParameters(question).toString()}`
  const answer = await client.read(path, 'SummaryAnswer', call)
  return {
    summary: { cells: answer.cells.map((each) => cell(each, question.by)) },
    asOf: client.moment(answer.asOf),
    caveats: answer.caveats ?? [],
  }
}
