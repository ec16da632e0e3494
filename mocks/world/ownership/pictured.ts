import type { Activity, AutomationLevel, Role } from '../../../src/domain/ownership'
import { after } from '../../../src/domain/units'
import { teams, teamId } from '../parties'
import { at, days, slug } from '../time'
import { declare, type Draft, observe } from './draft'

/** Workload, activity, holders (`A Payments, R Checkout`), automation, next review due, event that it answers. */
const rows: readonly (readonly [string, string, string, AutomationLevel, string, string?])[] = [
  ['checkout-api', 'Deploy to production', 'A Payments,R Checkout,C SRE,I Support Eng', 'event-driven', '2027-01-12'],
  ['checkout-api', 'Roll back a release', 'A Checkout,R Checkout,C SRE,I Payments', 'event-driven', '2027-02-03'],
  ['checkout-api', 'Respond to latency alert', 'A SRE,R SRE,R Checkout,I Payments,C Platform', 'runbook', '2026-11-28', 'checkout-latency-p95 > 4s'],
  ['checkout-api', 'Restore order database', 'A Data Infra,R Data Infra,C Checkout,I SRE', 'runbook', '2026-11-18'],
  ['checkout-api', 'Rotate signing keys', '', 'none', ''],
  ['checkout-api', 'Review capacity', 'A Platform,R Platform,C Checkout,I Data Infra', 'manual', '2026-12-09'],
  ['payments-ledger', 'Reconcile settlement', 'A Payments,R Payments,C Data Infra,I Support Eng', 'event-driven', '2026-12-18', 'settlement-file-late'],
  ['payments-ledger', 'Replay failed transfers', 'A Payments,R Payments,C SRE', 'event-driven', '2026-11-30', 'transfer-failures > 20'],
  ['payments-ledger', 'Fail over region', 'A SRE,A Platform,R SRE,C Payments,I Support Eng', 'runbook', '2026-12-06', 'region-unhealthy'],
  ['payments-ledger', 'Rotate bank certificates', 'A Security,R Payments,C SRE,I Support Eng', 'runbook', '2026-10-29', 'cert-expiry < 30d'],
  ['payments-ledger', 'Communicate customer impact', 'A Support Eng,R Support Eng,C Payments,I Checkout', 'manual', '2027-01-14', 'card_decline_ratio > 0.15'],
  ['identity-service', 'Unlock locked tenant', 'A Identity,R Support Eng,C Security', 'event-driven', '2027-03-02', 'tenant-locked'],
  ['identity-service', 'Revoke leaked token', 'A Security,R Identity,C SRE,I Support Eng', 'event-driven', '2026-12-11', 'token-leaked'],
  ['identity-service', 'Patch runtime image', 'A Platform,R Platform,C Identity', 'event-driven', '2026-12-07'],
  ['identity-service', 'Run access review', 'A Security,R Identity,R Mobile,I Support Eng', 'manual', '2026-11-25'],
  ['search-index', 'Rebuild index', 'A Search,R Search,C Data Infra', 'runbook', '2027-01-09', 'index-drift > 2%'],
  ['search-index', 'Tune relevance', 'A Search,R Search', 'none', ''],
  ['search-index', 'Respond to queue backlog', '', 'none', '', 'index-backlog > 50k'],
  ['search-index', 'Purge personal data', 'A Security,R Search,C Data Infra,I Support Eng', 'runbook', '2026-10-10'],
] // prettier-ignore

const quarter = days(91)
const roles: readonly Role[] = ['A', 'R', 'V', 'C', 'I']

const holders = (text: string) =>
  text === ''
    ? []
    : text.split(',').flatMap((part) => {
        const role = roles.find((each) => each === part[0])
        return role === undefined ? [] : [declare(role, teamId(part.slice(2)))]
      })

const certificates: Partial<Activity> = {
  why: 'Scheme rules put key custody with Security; Payments runs the change.',
  risk: 'high',
  preApproved: false,
  runbook: {
    title: 'rotate-bank-certs.md',
    url: 'https://git.larkmere.example/runbooks/rotate-bank-certs.md',
    versioned: true,
    reachable: true,
  },
}

function draft([workload, name, text, level, due, event]: (typeof rows)[number]): Draft {
  const owned = text !== ''
  const claims = holders(text)
  const activity: Activity = {
    id: `${workload}/${slug(name)}`,
    name,
    workload,
    kind: /^Respond|^Communicate/.test(name) ? 'response' : /^Review|^Run/.test(name) ? 'review' : 'procedure',
    description: `${name}, for the workload ${workload}.`,
    ...(owned && { why: 'Agreed when the team took the workload over.' }),
    events: event === undefined ? [] : [event],
    ...(event !== undefined && { pages: true }),
    ...(owned && {
      runbook: {
        title: `${slug(name)}.md`,
        url: `https://git.larkmere.example/runbooks/${workload}/${slug(name)}.md`,
        versioned: true,
        reachable: true,
      },
    }),
    automation: { level, ...(level === 'event-driven' && { started: 212, worked: 205, reachedOutcome: 198 }) },
    risk: 'medium',
    preApproved: level === 'event-driven',
    ...(due !== '' && {
      review: {
        every: quarter,
        last: after(at(`${due}T08:00:00Z`), days(-91)),
        reviewers: ['person:lindqvist'],
        approvers: claims.some((claim) => claim.party === 'team:security') ? ['person:okafor'] : ['person:haddad'],
      },
    }),
    tags: [],
    version: '1',
    ...(name === 'Rotate bank certificates' && certificates),
  }
  const seen = name === 'Rotate bank certificates' ? [observe('A', 'team:payments', 'resource tags')] : []
  return { activity, claims: [...claims, ...seen] }
}

/** The activities that the design screens show. */
export const picturedActivities: readonly Draft[] = rows.map(draft)

export const picturedWorkloads: ReadonlySet<string> = new Set(rows.map(([workload]) => workload))

/** The twelve teams that stand in the matrix. */
export const crews = teams.filter((each) => each.tags.includes('crew') && each.id !== 'team:partner-integrations')
