import type { Workload } from '../../src/domain/ownership'
import { teamId } from './parties'
import { slug } from './time'

/** Owning team → `tier:name` or `tier:name(alias)`. */
const rows: Readonly<Record<string, string>> = {
  Payments: '1:Payments ledger(ledger-api),1:Card gateway(card-gateway),2:Settlement,2:Payouts,1:Fraud scoring',
  Checkout: '1:Checkout API(checkout-api),1:Cart,2:Order confirmation,2:Pricing,3:Promotions',
  Identity: '1:Identity service(identity),1:Session store,2:SSO broker,3:Account settings',
  Platform: '1:EU West region(eu-west-1),1:Container platform,2:Build runners,2:Artifact registry,1:Secrets vault',
  'Data Infra': '1:Event bus,2:Reporting warehouse(reporting),3:Export jobs,1:Replica fleet',
  'Edge & CDN': '1:Edge(edge),1:Asset cache,1:Name service',
  Mobile: '2:Mobile gateway(mobile),2:Push notifications,3:App configuration',
  Search: '2:Search index(search-index),1:Search API,3:Recommendations',
  Fulfilment: '1:Inventory(inventory),2:Warehouse dispatch,2:Carrier links,3:Returns desk',
  SRE: '1:Observability,1:Paging',
  Security: '1:Key custody,3:Vulnerability scans',
  'Support Eng': '2:Status page,3:Help desk',
}

const group = (team: string): string =>
  /Payments|Checkout/.test(team)
    ? 'Buying'
    : /Mobile|Search|Fulfilment|Support/.test(team)
      ? 'Customer experience'
      : /Edge|Platform|Data/.test(team)
        ? 'Foundations'
        : 'Trust and operations'

function workload(team: string, text: string, position: number): Workload {
  const [, tier = '', name = '', alias] = /^(\d):([^(]+)(?:\((.+)\))?$/.exec(text) ?? []
  return {
    id: slug(name),
    name,
    ...(alias !== undefined && { aliases: [alias] }),
    description: `${name}: run by ${team} for ${group(team).toLowerCase()}.`,
    tier: Number(tier),
    group: group(team),
    team: teamId(team),
    tags: [
      `team-${slug(team)}`,
      position % 3 === 0 ? 'personal-data' : 'no-personal-data',
      ...(tier === '1' ? ['pci'] : []),
    ],
    url: `https://catalogue.larkmere.example/${slug(name)}`,
  }
}

/** The 42 workloads of the company. */
export const workloads: readonly Workload[] = Object.entries(rows).flatMap(([team, list]) =>
  list.split(',').map((text, position) => workload(team, text, position)),
)

export const workloadsById: ReadonlyMap<string, Workload> = new Map(workloads.map((each) => [each.id, each]))
