import type { Group } from '../../../domain/recurrence/groups'
import type { Table } from '../../../domain/tables/table'
import { dateText, dateTimeText, durationText } from '../../../domain/time/format'
import { counted, listed } from '../model/words'

const quoted = (words: readonly string[]) => listed(words.map((word) => `“${word}”`))

/** Why the incidents are taken for alike: one whole sentence each. */
export function evidenceOf({ incidents, words, rare, activity, labels }: Group, workload: string): readonly string[] {
  const plain = words.filter((word) => !rare.includes(word))
  return [
    `All ${incidents.length} are on ${workload}.`,
    ...(rare.length > 0 ? [`Every title has ${quoted(rare)}, which hardly any other workload’s titles have.`] : []),
    ...(plain.length > 0 ? [`Every title has ${quoted(plain)} too.`] : []),
    ...(activity !== undefined ? [`All were matched to the activity ${activity}.`] : []),
    ...(labels.length > 0 ? [`All are labelled ${quoted(labels)}.`] : []),
  ]
}

/** When they began, how far apart, and how long they took. */
export function timesOf({ incidents, first, last, medianGap, medianLength, measured }: Group, zone: string): string {
  const length =
    medianLength === undefined
      ? 'time to resolve not recorded'
      : `median time to resolve ${durationText(medianLength)} (n = ${measured} of ${incidents.length})`
  return `${dateText(first, zone)} – ${dateText(last, zone)}, median ${durationText(medianGap)} apart; ${length}`
}

/** The proposal as a table to carry elsewhere, only with the incidents that were chosen. */
export const proposalTable = (
  group: Group,
  title: string,
  left: readonly string[],
  { workload, zone }: { readonly workload: string; readonly zone: string },
): Table => ({
  title: `Proposed problem: ${title}`,
  scope: [
    ...evidenceOf(group, workload),
    timesOf(group, zone),
    'A proposal by likeness. Nothing was linked or merged.',
  ],
  definitions: [],
  columns: [
    { key: 'incident', label: 'Incident' },
    { key: 'title', label: 'Title' },
    { key: 'opened', label: 'Opened' },
  ],
  rows: group.incidents
    .filter(({ id }) => !left.includes(id))
    .map((incident) => [incident.id, incident.title, dateTimeText(incident.opened, zone)]),
})

/** What recording does, before it is done. */
export const willDo = (title: string, chosen: number, workload: string): string =>
  `Records the problem “${title}” on ${workload} and links ${counted(chosen, 'incident')} to it. Nothing else changes.`
