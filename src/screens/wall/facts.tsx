import type { ReactNode } from 'react'
import { stepStateOf } from '../../domain/duties'
import type { Incident } from '../../domain/incident'
import type { TimelineEntry } from '../../domain/timeline'
import type { About } from './useAbout'
import type { Names } from './useNames'
import { entryLine, ordinal, stateWord } from './words'

/** One line of a card. */
export interface Fact {
  readonly term: string
  readonly detail: ReactNode
  /** It should be there and is not. */
  readonly gap?: boolean
  /** The higher, the sooner it goes where there is no room (`domain/wall/drop.ts`). */
  readonly rank: number
}

/**
 * What goes first where a card is too small: the QR code, then how often it came back, the activity, the plan, how it stands, the last
 * entry, who commands, the impact, the workload of a small card, who owns it. Severity, id, age, title, and what is due are never dropped.
 */
export const ranks = {
  code: 9,
  recurrence: 8,
  activity: 7,
  plan: 6,
  state: 5,
  entry: 4,
  lead: 3,
  impact: 2,
  where: 1.5,
  owner: 1,
} as const

const fact = (term: string, rank: number, detail: ReactNode): Fact => ({ term, rank, detail })
const gap = (term: string, rank: number, detail: string): Fact => ({ term, rank, detail, gap: true })

function owner(
  { team, assignee }: Incident,
  { activity, accountable }: About,
  names: Names,
  narrow: boolean,
): readonly Fact[] {
  const [answers] = accountable
  if (activity && answers !== undefined && narrow)
    return [
      fact('Owner', ranks.owner, <b>{accountable.map(names.party).join(', ')}</b>),
      fact('Answers for', ranks.activity, activity.name),
    ]
  if (activity && answers !== undefined)
    return [
      fact(
        'Owner',
        ranks.owner,
        <>
          <b>{accountable.map(names.party).join(', ')}</b> answers for <i>{activity.name}</i>
        </>,
      ),
    ]
  const holder = team ?? assignee
  if (holder === undefined) return [gap('Owner', ranks.owner, 'nobody')]
  return [
    fact(
      'Owner',
      ranks.owner,
      <>
        <b>{names.party(holder)}</b>
        {activity && <> · {activity.name}</>}
      </>,
    ),
  ]
}

/** Who leads it: the commander with their team, else whoever it is assigned to. */
function lead({ roles, assignee }: Incident, names: Names, wanted: boolean): readonly Fact[] {
  const commander = roles.find(({ role }) => role === 'commander')?.person
  if (commander !== undefined) {
    const party = names.partyOf(commander)
    const team = party?.type === 'person' ? party.teams[0] : undefined
    const words = team === undefined ? names.party(commander) : `${names.party(commander)} · ${names.party(team)}`
    return [fact('Commander', ranks.lead, words)]
  }
  if (assignee !== undefined) return [fact('On call', ranks.lead, names.party(assignee))]
  return wanted ? [gap('Commander', ranks.lead, 'nobody')] : []
}

function plan(incident: Incident): readonly Fact[] {
  const steps = incident.plan?.steps ?? []
  const at = steps.findIndex((step) => stepStateOf(step) === 'open')
  const step = steps[at]
  if (!incident.plan || steps.length === 0) return []
  const words = step ? `step ${at + 1} of ${steps.length}, ${step.text}` : `all ${steps.length} steps done or skipped`
  return [fact('Plan', ranks.plan, `${incident.plan.title} · ${words}`)]
}

/** The 3rd time in 60 days says more than its problem's name; the first time says nothing. */
function recurrence({ problem }: Incident, { recurrence: told }: About): readonly Fact[] {
  if (problem === undefined) return []
  if (!told || told.nth < 2) return [fact('Problem', ranks.recurrence, problem)]
  const [count, time] = told.recent > 1 ? [told.recent, '60 days'] : [told.nth, '12 months']
  return [fact('Elsewhere', ranks.recurrence, `${ordinal(count)} time for problem ${problem} in ${time}`)]
}

/** The lines of a card in the order they are read. */
export function factsOf(incident: Incident, about: About, names: Names, narrow: boolean): readonly Fact[] {
  const grave = incident.severity === 1
  const impact = incident.impact?.trim()
  return [
    ...(impact
      ? [fact('Impact', ranks.impact, names.text(impact))]
      : grave
        ? [gap('Impact', ranks.impact, 'not said')]
        : []),
    ...lead(incident, names, grave),
    ...owner(incident, about, names, narrow),
    fact('State', ranks.state, stateWord(incident.state)),
    ...plan(incident),
    ...recurrence(incident, about),
  ]
}

/** The newest entry that tells something, and how. */
export function lastEntry(
  { entries }: About,
  names: Names,
): { readonly entry: TimelineEntry; readonly line: string } | undefined {
  const entry = entries.at(-1)
  return entry && { entry, line: names.text(entryLine(entry, names.party)) }
}
