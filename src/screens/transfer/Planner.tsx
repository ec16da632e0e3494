import { useMemo } from 'react'
import { type OwnershipView, useZone } from '../../data'
import { withGives, withMove, withTeam } from '../../domain/plan/edit'
import { namesIn } from '../../domain/plan/list'
import type { Deed, Give, Plan } from '../../domain/plan/plan'
import { moveText } from '../../domain/plan/words'
import { nameOf } from '../../domain/matrix'
import { announce, Button, PanelBoundary, PartialNote } from '../../ui'
import { partyOptions } from './model/options'
import { useAddress } from './model/useAddress'
import { usePlans } from './model/usePlans'
import { useRehearsal } from './model/useRehearsal'
import { Consequences } from './outcome/Consequences'
import { PlanBar } from './PlanBar'
import { Steps } from './steps/Steps'
import styles from './transfer.module.css'

/** The plan at the left, what it would come to at the right. Nothing of it is true before it is asked for and approved. */
export function Planner({ view }: { readonly view: OwnershipView }) {
  const address = useAddress()
  const plans = usePlans(address)
  const { current } = plans
  const zone = useZone()
  const rehearsed = useRehearsal(view, current)
  const options = useMemo(() => partyOptions(view, current), [view, current])
  const { from } = address
  const known = from === null ? undefined : view.ownership.party(from)

  const edit = (change: (plan: Plan) => Plan, what: string) => {
    plans.edit(change, what)
    announce(what)
  }
  const add = (deed: Deed, teams: Plan['teams']) => {
    const names = namesIn({ after: view.ownership })
    const founded = new Map(teams.map(({ id, name }) => [id, name]))
    const text = moveText(deed, { ...names, party: (id) => founded.get(id) ?? names.party(id) })
    const taken = new Set(plans.plans.map(({ name }) => name))
    edit((plan) => {
      const name = plan.name === '' ? unused(text, taken) : plan.name
      return withMove(teams.reduce(withTeam, { ...plan, name }), deed)
    }, `Added: ${text}`)
  }
  const give = (gives: readonly Give[]) => {
    const [first] = gives
    const who = first && gives.length === 1 ? ` to ${nameOf(first.party, rehearsed.outcome.after)}` : ''
    edit((plan) => withGives(plan, gives), `Given${who}: ${gives.length} ${gives.length === 1 ? 'role' : 'roles'}`)
  }

  return (
    <>
      <PlanBar plans={plans} rehearsed={rehearsed} edit={edit} zone={zone.name} />
      <div className={styles.notes}>
        {from !== null && !known && (
          <PartialNote action={<Button onClick={() => address.change({ from: null })}>Leave it out</Button>}>
            There is no team or person “{from}” in the connected sources to begin with.
          </PartialNote>
        )}
        {plans.unknown !== undefined && (
          <PartialNote>
            This browser keeps no plan “{plans.unknown}”. Plans are drafts: they stay in the browser they were made in.
          </PartialNote>
        )}
        {address.unknownView !== undefined && (
          <PartialNote>The address asks for the reading “{address.unknownView}”, which does not exist.</PartialNote>
        )}
        {plans.unread > 0 && (
          <PartialNote>
            {plans.unread === 1 ? 'A plan' : `${plans.unread} plans`} kept in this browser could not be read and
            {plans.unread === 1 ? ' is' : ' are'} left out.
          </PartialNote>
        )}
      </div>
      <div className={styles.split}>
        <PanelBoundary name="The steps" of={current}>
          <Steps
            key={current.id}
            plan={current}
            rehearsed={rehearsed}
            view={view}
            options={options}
            from={known ? known.id : ''}
            onAdd={add}
            edit={edit}
          />
        </PanelBoundary>
        <PanelBoundary name="The consequences" of={rehearsed.outcome}>
          <Consequences
            rehearsed={rehearsed}
            options={options}
            reading={address.reading}
            onReading={(reading) => address.change({ view: reading })}
            onGive={give}
          />
        </PanelBoundary>
      </div>
    </>
  )
}

/** The text, with a number behind it where another plan is called so already. */
function unused(text: string, taken: ReadonlySet<string>): string {
  if (!taken.has(text)) return text
  const number = [...taken].filter((name) => name.startsWith(text)).length + 1
  return `${text} (${number})`
}
