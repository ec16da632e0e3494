import { Ask, type SignInAs } from './Account'
import type { Told } from './words'

interface WallNoteProps {
  readonly told: Told
  /** Displays may have a session of their own. */
  readonly display: boolean
  readonly signIn: SignInAs
}

/** What a wall says where nobody is signed in: it waits for somebody who sees it, and never opens a page by itself. */
export function WallNote({ told, display, signIn }: WallNoteProps) {
  return (
    <>
      <span>
        <b>{display ? 'This display is not signed in.' : `${told.what}.`}</b> {told.where}{' '}
        {display ? 'Somebody has to sign it in here, once.' : told.advice}
      </span>{' '}
      {display && <Ask kind="display" way="Sign this display in" signIn={signIn} />}{' '}
      <Ask kind="person" way="Sign in as yourself" signIn={signIn} />
    </>
  )
}
