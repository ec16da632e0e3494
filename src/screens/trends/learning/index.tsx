import { InTurn } from '../../../charts'
import { Card, Skeleton } from '../../../ui'
import type { Scope } from '../scope'
import { ProblemAges } from '../problems/Ages'
import { Detection } from './Detection'
import { Events } from './Events'
import { Factors } from './Factors'
import { FollowThrough } from './FollowThrough'
import { HandOffs } from './HandOffs'
import { Owners } from './Owners'
import { Promises } from './Promises'
import trends from '../trends.module.css'

const panels = [
  { name: 'Contributing factors', Part: Factors, width: trends.wide },
  { name: 'Hand-offs', Part: HandOffs, width: trends.narrow },
  { name: 'Ownership in incidents', Part: Owners, width: trends.wide },
  { name: 'Who noticed first', Part: Detection, width: trends.narrow },
  { name: 'Events and what became of them', Part: Events, width: trends.wide },
  { name: 'Promises kept', Part: Promises, width: trends.narrow },
  { name: 'How long problems stay open', Part: ProblemAges, width: trends.wide },
  { name: 'Follow-through', Part: FollowThrough, width: trends.narrow },
]

/** What incidents teach beyond their number; drawn one after the other, so that none holds up the page. */
export const Learning = ({ scope }: { readonly scope: Scope }) =>
  panels.map(({ name, Part, width }) => (
    <InTurn
      key={name}
      placeholder={
        <Card title={name} className={width ?? ''}>
          <Skeleton label={`Loading: ${name}`} rows={7} />
        </Card>
      }
    >
      <Part scope={scope} />
    </InTurn>
  ))
