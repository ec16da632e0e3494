import { useNotices } from '../../ui'
import type { Light } from './believed'
import styles from './part.module.css'
import { Moment } from './Ticking'
import { type Incidents, useLights } from './useWall'

/** What to do about a source that does not let this display in. No page to sign in on opens by itself. */
function Refusal({ light: { title, fault, since } }: { readonly light: Light }) {
  return (
    <div role="alert" className={styles.standing}>
      {fault === 'unauthenticated' ? (
        <span>
          <b>{title} asks for sign-in.</b> Ask for this display’s session to be renewed: sign in here once, or renew the
          token that its proxy adds.
        </span>
      ) : (
        <span>
          <b>{title} does not let this display in.</b> Ask for its account to be given the right to read.
        </span>
      )}{' '}
      <span>
        {since === undefined ? (
          'Nothing is known of it until then'
        ) : (
          <>
            Its last picture, of <Moment at={since} />, is kept
          </>
        )}
        ; it goes on by itself.
      </span>
    </div>
  )
}

/**
 * What stands for longer than a moment and somebody should know: who does not let the display in,
 * what is missing from what was told, and what the display is about to do.
 */
export function Standing({ incidents: { cuts } }: { readonly incidents: Incidents }) {
  const refused = useLights().filter(({ fault }) => fault === 'unauthenticated' || fault === 'forbidden')
  const notices = useNotices()
  return (
    <>
      {refused.map((light) => (
        <Refusal key={light.id} light={light} />
      ))}
      {cuts.map(({ text }) => (
        <div key={text} role="status" className={styles.standing}>
          {text}
        </div>
      ))}
      {notices.map(([of, text]) => (
        <div key={of} role="status" className={styles.standing}>
          {text}
        </div>
      ))}
    </>
  )
}
