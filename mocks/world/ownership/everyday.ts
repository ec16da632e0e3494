import type { Activity, AutomationLevel, Person, Risk, Workload } from '../../../src/domain/ownership'
import { after, duration, type Id } from '../../../src/domain/units'
import { crew, teamId } from '../parties'
import type { Random } from '../random'
import { days, slug, worldNow } from '../time'
import { workloads } from '../workloads'
import { declare, type Draft, observe } from './draft'
import { picturedWorkloads } from './pictured'

interface Kind {
  readonly name: string
  readonly kind: Activity['kind']
  readonly level: AutomationLevel
  readonly risk: Risk
  /** Who answers for it and who performs it; `own` is the team of the workload. */
  readonly accountable: string
  readonly responsible: string
  readonly event?: string
  readonly reviewDays: number
  readonly why: string
}

const row = (
  name: string,
  kind: Activity['kind'],
  level: AutomationLevel,
  risk: Risk,
  [accountable, responsible]: readonly [string, string],
  reviewDays: number,
  why: string,
  event?: string,
): Kind => ({ name, kind, level, risk, accountable, responsible, reviewDays, why, ...(event && { event }) })

const own = ['own', 'own'] as const
const byTeam = 'Whoever builds it runs it.'

/** What is done on every workload, more or less. */
const kinds: readonly Kind[] = [
  row('Deploy to production', 'procedure', 'event-driven', 'medium', own, 91, byTeam),
  row('Roll back a release', 'procedure', 'event-driven', 'medium', own, 91, byTeam),
  row('Respond to latency alert', 'response', 'runbook', 'low', own, 91, byTeam, 'latency-p95'),
  row('Respond to error rate', 'response', 'scripted', 'medium', ['SRE', 'own'], 91, 'SRE keeps the error budgets; the team mends.', 'error-ratio'),
  row('Restore from backup', 'procedure', 'runbook', 'high', ['Data Infra', 'own'], 182, 'Data Infra holds the backups.', 'backup-failed'),
  row('Rotate credentials', 'procedure', 'scripted', 'high', ['Security', 'own'], 91, 'Key custody is with Security.', 'credential-age'),
  row('Review capacity', 'review', 'manual', 'low', ['Platform', 'Platform'], 182, 'Platform buys the capacity.'),
  row('Patch runtime image', 'process', 'event-driven', 'medium', ['Platform', 'Platform'], 91, 'Platform builds the base images.'),
  row('Communicate customer impact', 'response', 'manual', 'low', ['Support Eng', 'Support Eng'], 182, 'One voice to customers.'),
  row('Run access review', 'review', 'manual', 'medium', ['Security', 'own'], 91, 'Asked for by the auditors.'),
  row('Scale out for a campaign', 'procedure', 'scripted', 'medium', own, 182, byTeam),
  row('Rehearse failover', 'process', 'runbook', 'high', ['SRE', 'SRE'], 182, 'SRE runs the game days.', 'region-unhealthy'),
  row('Prune expired data', 'process', 'event-driven', 'medium', own, 364, 'The team knows what may go.'),
] // prettier-ignore

const person = (random: Random, team: Id): Person => random.pick(crew.get(team) ?? crew.get('team:sre') ?? [])

function draft(random: Random, workload: Workload, kind: Kind): Draft {
  const home = workload.team ?? 'team:sre'
  const id = `${workload.id}/${slug(kind.name)}`
  const party = (name: string) => (name === 'own' ? home : teamId(name))
  const [accountable, responsible] = [party(kind.accountable), party(kind.responsible)]
  const every = days(kind.reviewDays)
  const started = random.int(4, 400)
  const worked = Math.round(started * (0.8 + 0.2 * random.next()))
  const runs = kind.level === 'event-driven' || kind.level === 'scripted'
  const others = ['team:sre', 'team:support-eng', 'team:security', 'team:data-infra'].filter(
    (each) => each !== accountable && each !== responsible,
  )
  const [consulted, informed] = random.shuffled(others)
  const activity: Activity = {
    id,
    name: kind.name,
    workload: workload.id,
    kind: kind.kind,
    description: `${kind.name} for ${workload.name}.`,
    why: kind.why,
    ...(workload.tier === 1 && { value: 'Keeps the shop selling.' }),
    events: kind.event === undefined ? [] : [`${workload.id}-${kind.event}`],
    ...(kind.event !== undefined && { pages: workload.tier !== 3 }),
    [kind.kind === 'response' ? 'playbook' : 'runbook']: {
      title: `${slug(kind.name)}.md`,
      url: `https://git.larkmere.example/runbooks/${id}.md`,
      versioned: true,
      ...(random.chance(0.8) && { reachable: true }),
    },
    automation: { level: kind.level, ...(runs && { started, worked, reachedOutcome: Math.round(worked * 0.97) }) },
    risk: kind.risk,
    preApproved: kind.risk === 'low' || kind.level === 'event-driven',
    review: {
      every,
      last: after(worldNow, duration(-Math.round(every * 0.95 * random.next()))),
      reviewers: [person(random, responsible).id],
      approvers: [person(random, accountable).id],
    },
    tags: [kind.kind, ...(workload.tier === 1 ? ['critical'] : [])],
    version: '1',
  }
  const performer = random.chance(0.15) ? person(random, responsible).id : responsible
  const seen = random.chance(0.4)
    ? [observe('R', performer, random.pick(['resource tags', 'last 20 commits', 'who closed the tickets']))]
    : []
  return {
    activity,
    claims: [
      declare('A', accountable),
      declare('R', performer),
      ...(consulted && random.chance(0.6)
        ? [{ ...declare('C', consulted), ...(random.chance(0.2) && { inheritedFrom: workload.id }) }]
        : []),
      ...(informed && random.chance(0.6) ? [declare('I', informed)] : []),
      ...(kind.risk === 'high' ? [declare('V', 'team:security')] : []),
      ...seen,
    ],
  }
}

/** How many activities the company keeps besides the pictured ones. */
export const everydayCount = 481

/** The activities of all other workloads, without flaws: every workload lacks at most one kind. */
export function everydayActivities(random: Random): readonly Draft[] {
  const others = workloads.filter((each) => !picturedWorkloads.has(each.id))
  const spare = others.length * kinds.length - everydayCount
  return others.flatMap((workload, position) => {
    const dropped = position < spare ? random.int(4, kinds.length - 1) : -1
    return kinds.filter((_, index) => index !== dropped).map((kind) => draft(random, workload, kind))
  })
}
