import { InTurn } from '../../../charts'
import { Card, Skeleton } from '../../../ui'
import type { Scope } from '../scope'
import { Detection } from './Detection'
import { Events } from './Events'
import { Factors } from './Factors'
import { FollowThrough } from './FollowThrough'
import { HandOffs } from './HandOffs'
import { Owners } from './Owners'
import trends from '../trends.module.css'

const panels = [
  { name: 'Contributing factors', Part: Factors, wide: true },
  { name: 'Hand-offs', Part: HandOffs, wide: false },
  { name: 'Ownership in incidents', Part: Owners, wide: true },
  { name: 'Who noticed first', Part: Detection, wide: false },
  { name: 'Events and what became of them', Part: Events, wide: true },
  { name: 'Follow-through', Part: FollowThrough, wide: false },
]

/** What incidents teach beyond their number; drawn one after the other, so that none holds up the page. */
export const Learning = ({ scope }: { readonly scope: Scope }) =>
  panels.map(({ name, Part, wide }) => (
    <InTurn
      key={name}
      placeholder={
        <Card title={name} className={(wide ? trends.wide : trends.narrow) ?? ''}>
          <Skeleton label={`Loading: ${name}`} rows={7} />
        </Card>
      }
    >
      <Part scope={scope} />
    </InTurn>
  ))
