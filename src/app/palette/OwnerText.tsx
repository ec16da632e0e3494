import { countText } from '../../domain/countText'
import type { Answer, DutyLine } from '../../domain/find/finder'
import type { Holder, OwnerLine } from '../../domain/find/owners'
import type { Reach } from '../../domain/find/reach'
import { RoleLetter } from '../../ui'
import styles from './Palette.module.css'

/** More names than these make a line that nobody reads; with a count to each, one is enough. */
const named = (of: number) => (of > 1 ? 1 : 2)

function holderText({ name, left, count }: Holder, of: number): string {
  return `${name}${of > 1 ? ` (${countText(count)})` : ''}${left ? ' (has left)' : ''}`
}

function Holders({
  letter,
  called,
  who,
  of,
}: {
  letter: 'A' | 'R'
  called: string
  who: readonly Holder[]
  of: number
}) {
  const more = who.length - named(of)
  return (
    <span className={styles.holders}>
      <Pause /> <RoleLetter letter={letter} name={called} />{' '}
      {who.length === 0
        ? 'nobody'
        : who
            .slice(0, named(of))
            .map((holder) => holderText(holder, of))
            .join(', ')}
      {more > 0 && ` and ${countText(more)} more`}
    </span>
  )
}

/** A pause for those who hear the line: only sight tells its parts apart. */
const Pause = ({ text = '' }: { readonly text?: string }) => <span className="hidden">; {text}</span>

const Gap = ({ text }: { readonly text: string }) => (
  <span className={styles.gap}>
    <Pause /> <RoleLetter letter="?" name="Gap" /> {text}
  </span>
)

/** Whom to reach. It is pressed like the line it stands in: the palette tells by the mark which was meant. */
const ReachText = ({ reach }: { readonly reach: Reach | undefined }) =>
  reach && (
    <span className={styles.reach} data-reach={reach.url !== undefined}>
      <Pause text="contact" /> {reach.text}
    </span>
  )

function Owners({ line }: { readonly line: OwnerLine }) {
  const { of, accountable, responsible, gap, note, reach } = line
  return (
    <>
      {gap !== undefined && <Gap text={gap} />}
      {accountable && (accountable.length > 0 || gap === undefined) && note === undefined && (
        <Holders letter="A" called="Accountable" who={accountable} of={of} />
      )}
      {responsible && note === undefined && <Holders letter="R" called="Responsible" who={responsible} of={of} />}
      {note !== undefined && (
        <span>
          <Pause /> {note}
        </span>
      )}
      <ReachText reach={reach} />
    </>
  )
}

function Duties({ line: { counts, recorded, within, gap, reach } }: { readonly line: DutyLine }) {
  const held = [
    ...(recorded.accountable ? [`answers for ${countText(counts.A)}`] : []),
    ...(recorded.responsible ? [`performs ${countText(counts.R)}`] : []),
  ]
  return (
    <>
      {gap !== undefined && <Gap text={gap} />}
      <span>
        <Pause /> {held.length > 0 ? held.join(', ') : 'roles not recorded'}
      </span>
      {within.length > 0 && (
        <span>
          <Pause /> {within.join(', ')}
        </span>
      )}
      <ReachText reach={reach} />
    </>
  )
}

/** Who owns a hit or, of a team or person, what they own: the second line of a hit. */
export const OwnerText = ({ answer }: { readonly answer: Answer }) => (
  <span className={styles.owner}>
    {answer.kind === 'owners' ? <Owners line={answer.line} /> : <Duties line={answer.line} />}
  </span>
)
