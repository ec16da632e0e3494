import { useState } from 'react'
import { isWhole, useCommand, useZone, type View } from '../../../data'
import { theirsText } from '../../../domain/clash'
import type { Command } from '../../../domain/command'
import { whyNotImprovement } from '../../../domain/improvementRules'
import type { Improvement } from '../../../domain/problem'
import { PartialNote } from '../../../ui'
import type { AboutProps } from './ActivityDrawer'
import { FeedbackRow } from './FeedbackRow'
import { improvementFields, mineText } from './fields'
import { ImprovementRow } from './ImprovementRow'
import { Refused } from './Refused'
import { Section } from './Section'
import styles from './drawer.module.css'

export type Setting = Omit<Extract<Command, { readonly kind: 'set-improvement' }>, 'kind' | 'improvement'>

interface ImprovementsProps extends AboutProps {
  readonly improvements: View<'improvements'>
}

const isFeedback = ({ from, owner, state }: Improvement) =>
  from === 'feedback' && owner === undefined && (state === 'open' || state === 'in-progress')
const isOver = ({ state }: Improvement) => state === 'done' || state === 'dropped'

/** Feedback that nobody has taken on yet, and the improvements that somebody has. */
export function Improvements({ ownership, improvements }: ImprovementsProps) {
  const commanding = useCommand()
  const { name: zone } = useZone()
  const [seen, setSeen] = useState<Improvement>()
  const { command, error, pending, whyNot } = commanding
  const meant = command?.kind === 'set-improvement' ? command : undefined
  const now = improvements.items.find(({ id }) => id === meant?.improvement)
  const { items } = improvements
  const queue = items.filter(isFeedback)
  const tracked = items.filter((each) => !isFeedback(each) && !isOver(each))
  const over = items.filter(isOver)

  const refusal = (improvement: Improvement, setting: Setting) =>
    pending ? 'A change is being sent.' : (whyNot('set-improvement') ?? whyNotImprovement(improvement, setting))
  const set = (improvement: Improvement, setting: Setting, done?: () => void) => {
    setSeen(improvement)
    commanding.send({
      command: { kind: 'set-improvement', improvement: improvement.id, ...setting },
      ...(improvement.version !== undefined && { version: improvement.version }),
      ...(done && { done }),
    })
  }
  const shared = (improvement: Improvement) => ({
    improvement,
    ownership,
    refusal: (setting: Setting) => refusal(improvement, setting),
    onSet: (setting: Setting, done?: () => void) => set(improvement, setting, done),
  })
  const refused = error && meant && (
    <Refused
      commanding={commanding}
      theirs={
        seen && now
          ? theirsText(improvementFields(seen, ownership, zone), improvementFields(now, ownership, zone))
          : 'it is gone'
      }
      mine={mineText(meant, ownership, zone)}
      version={now?.version}
      why={now ? refusal(now, meant) : 'It is gone.'}
    />
  )
  return (
    <>
      {queue.length > 0 && (
        <Section title={`Feedback (${queue.length})`}>
          <ul className={styles.cards}>
            {queue.map((each) => (
              <FeedbackRow key={each.id} {...shared(each)} />
            ))}
          </ul>
        </Section>
      )}
      <Section title="Improvements" view={improvements}>
        {refused}
        {!isWhole(improvements) && (
          <PartialNote>Not every source told its improvements: there may be more.</PartialNote>
        )}
        {tracked.length === 0 && isWhole(improvements) && (
          <p className="muted">{queue.length > 0 ? 'None that anybody has taken on.' : 'None open.'}</p>
        )}
        <ul className={styles.cards}>
          {tracked.map((each) => (
            <ImprovementRow key={each.id} {...shared(each)} />
          ))}
        </ul>
        {over.length > 0 && (
          <details className={styles.over}>
            <summary>{over.length} done or dropped</summary>
            <ul className={styles.cards}>
              {over.map((each) => (
                <ImprovementRow key={each.id} {...shared(each)} />
              ))}
            </ul>
          </details>
        )}
      </Section>
    </>
  )
}
