import { type Commanding, useRecord } from '../../../data'
import { Button, Icon } from '../../../ui'
import styles from '../problems.module.css'

const belongs = (problem: string | undefined): string => (problem === undefined ? 'to no problem' : `to ${problem}`)

/** Why an incident was not linked or unlinked, and the ways on. Where somebody was quicker, how it stands now. */
export function NotLinked({ commanding }: { readonly commanding: Commanding }) {
  const { error, pending, command, again, anew, dismiss } = commanding
  const wish = error && !pending && command?.kind === 'link-problem' ? command : undefined
  const clash = error?.fault === 'conflict'
  const [now] = useRecord('incidents', clash ? wish?.incident : undefined).items
  if (!wish) return null
  const whyNot = !now
    ? 'It is being read again.'
    : now.problem === wish.problem
      ? 'It is like that already.'
      : undefined
  return (
    <div role="alert" className={styles.refused}>
      <Icon name="warn" size={16} />
      <span>
        {clash ? 'Somebody changed it meanwhile: ' : 'Not carried out: '}
        {error?.message}
        {clash && now && (
          <>
            <br />
            Theirs: {now.id} belongs {belongs(now.problem)}
            <br />
            Mine: {now.id} belongs {belongs(wish.problem)}
          </>
        )}
      </span>
      <Button disabledReason={clash ? whyNot : undefined} onClick={clash ? () => anew(now?.version) : again}>
        {clash ? 'Send on the new version' : 'Try again'}
      </Button>
      <Button tone="quiet" onClick={dismiss}>
        {clash ? 'Keep theirs' : 'Dismiss'}
      </Button>
    </div>
  )
}
