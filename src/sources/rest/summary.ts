import { incidentStates } from '../../domain/incident'
import type { Distribution, SummaryCell, SummaryQuestion } from '../../domain/summary'
import { openValue } from '../../domain/units'
import type { Call, SummaryAnswer } from '../contract'
import type { Client } from './client'
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

function cell(wire: Wire['SummaryCell'], { by }: SummaryQuestion): SummaryCell {
  return {
    ...wire,
    // States come in the backend's own words.
    key: wire.key.map((value, index) => (by[index] === 'state' ? openValue(incidentStates, value) : value)),
    closed: distribution(wire.closed),
    open: distribution(wire.open),
  }
}

/** Asks the backend to count where the records are. */
export async function summarise(client: Client, question: SummaryQuestion, call: Call): Promise<SummaryAnswer> {
  const path = `/v1/incidents/summary?${summaryParameters(question).toString()}`
  const answer = await client.read(path, 'SummaryAnswer', call)
  return {
    summary: { cells: answer.cells.map((each) => cell(each, question)) },
    asOf: client.moment(answer.asOf),
    caveats: answer.caveats ?? [],
  }
}
