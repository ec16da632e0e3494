import type { MoveResult } from '../../../domain/plan/carryOut'
import type { Give, Move } from '../../../domain/plan/plan'
import { counted, type Names } from '../../../domain/plan/words'
import { roleNames } from '../../../domain/ownership'
import { Icon, IconButton, RoleLetter } from '../../../ui'
import styles from './steps.module.css'

export type StepAction = 'up' | 'down' | 'change' | 'remove'

interface StepRowProps {
  readonly number: number
  readonly count: number
  readonly move: Move
  readonly text: string
  readonly names: Names
  /** What becomes of it; absent while it is worked out. */
  readonly result: MoveResult | undefined
  readonly onAct: (action: StepAction) => void
  readonly onGives: (gives: readonly Give[]) => void
}

/** One step: what it does, what becomes of it, and what can be done with it. */
export function StepRow({ number, count, move, text, names, result, onAct, onGives }: StepRowProps) {
  return (
    <div className={styles.row} data-state={result?.state}>
      <b className={styles.number}>{number}</b>
      <div className={styles.words}>
        <p>{text}</p>
        {result && <Became result={result} />}
        {move.kind === 'appoint' && <Gives gives={move.gives} names={names} onGives={onGives} />}
      </div>
      <div className={styles.tools}>
        <IconButton
          icon="up"
          label={`Take step ${number} earlier`}
          data-action="up"
          disabledReason={number === 1 ? 'It is the first step.' : undefined}
          onClick={() => onAct('up')}
        />
        <IconButton
          icon="down"
          label={`Take step ${number} later`}
          data-action="down"
          disabledReason={number === count ? 'It is the last step.' : undefined}
          onClick={() => onAct('down')}
        />
        {move.kind !== 'appoint' && (
          <IconButton
            icon="note"
            label={`Change step ${number}`}
            data-action="change"
            onClick={() => onAct('change')}
          />
        )}
        <IconButton icon="close" label={`Remove step ${number}`} data-action="remove" onClick={() => onAct('remove')} />
      </div>
    </div>
  )
}

function Became({ result: { state, reason, activities, roles } }: { readonly result: MoveResult }) {
  const effect =
    state === 'applies'
      ? `${counted(roles, 'role')} in ${counted(activities, 'activity', 'activities')}`
      : state === 'nothing'
        ? 'Changes nothing.'
        : 'Left out.'
  const marked = state !== 'applies' || reason !== undefined
  return (
    <p className={marked ? styles.warned : styles.effect}>
      {marked && <Icon name="warn" size={12} />} {effect} {reason}
    </p>
  )
}

/** The single roles of a step, each of which can be taken back. */
function Gives({
  gives,
  names,
  onGives,
}: Pick<StepRowProps, 'names' | 'onGives'> & { readonly gives: readonly Give[] }) {
  if (gives.length === 1) return null
  return (
    <details className={styles.gives}>
      <summary>{counted(gives.length, 'role')}, one by one</summary>
      <ul>
        {gives.map((give) => (
          <li key={`${give.activity} ${give.role} ${give.party}`}>
            <RoleLetter letter={give.role} name={roleNames[give.role]} />
            <span>
              {names.activity(give.activity)} <span className="muted">to {names.party(give.party)}</span>
            </span>
            <IconButton
              icon="close"
              label={`Do not give ${names.activity(give.activity)} to ${names.party(give.party)}`}
              onClick={() => onGives(gives.filter((each) => each !== give))}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
