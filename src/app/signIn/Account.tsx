import { useState, useSyncExternalStore } from 'react'
import { Button, Icon, Menu } from '../../ui'
import styles from './account.module.css'
import type { Kind } from './settings'
import type { Tokens } from './tokens'
import type { Told } from './words'

/** Goes to the provider, to come back to where the person stands. Resolves with what to say where that fails. */
export type SignInAs = (kind: Kind) => Promise<Told | undefined>

interface AskProps {
  readonly kind: Kind
  readonly way: string
  readonly signIn: SignInAs
}

/** The way to the provider; where it cannot be gone, says so beside. */
export function Ask({ kind, way, signIn }: AskProps) {
  const [told, setTold] = useState<Told>()
  return (
    <>
      <Button onClick={() => void signIn(kind).then(setTold)}>{way}</Button>
      {told && (
        <span role="alert">
          {told.what}. {told.where} {told.advice}
        </span>
      )}
    </>
  )
}

interface AccountProps {
  /** Undefined: nobody is signed in here. */
  readonly kind: Kind | undefined
  readonly name: string
  /** Why nothing can be changed, where that is so. */
  readonly readOnly: string | undefined
  readonly tokens: Tokens
  readonly signIn: SignInAs
  readonly signOut: () => Promise<void>
}

/** Who is signed in, and the way out. What is to be said of the session stands over the page, which stays as it is. */
export function Account({ kind, name, readOnly, tokens, signIn, signOut }: AccountProps) {
  const { over, refusedBy } = useSyncExternalStore(tokens.subscribe, tokens.read)
  const asPerson = {
    key: 'person',
    label: kind === 'person' ? 'Sign in again' : 'Sign in as yourself',
    onSelect: () => void signIn('person'),
  }
  const out = {
    key: 'out',
    label: kind === 'display' ? 'End the session of this display' : 'Sign out',
    onSelect: () => void signOut(),
  }
  return (
    <>
      <Menu
        name={`${kind === 'display' ? 'Display, signed in by' : 'Signed in as'} ${name}${readOnly === undefined ? '' : ', read-only'}`}
        label={
          <>
            <Icon name={kind === 'display' ? 'screen' : 'person'} size={14} />
            <span className={styles.name}>{name}</span>
            {readOnly !== undefined && <span className={styles.reads}>read-only</span>}
          </>
        }
        items={kind === undefined ? [asPerson] : kind === 'display' ? [asPerson, out] : [out]}
      />
      {over ? (
        <div role="alert" className={styles.said}>
          <b>{over.what}.</b> {over.where} {over.advice} What is shown stays, and is no longer renewed.
          <Ask kind="person" way="Sign in" signIn={signIn} />
        </div>
      ) : (
        refusedBy.length > 0 && (
          <div role="alert" className={styles.said}>
            <b>
              {refusedBy.join(', ')} {refusedBy.length === 1 ? 'refuses' : 'refuse'} this sign-in (401).
            </b>{' '}
            You are signed in, but what the provider gave is not taken there: whoever runs it should look which issuer,
            audience and scopes it takes. It is tried again with the next renewal.
            <Ask kind="person" way="Sign in again" signIn={signIn} />
          </div>
        )
      )}
    </>
  )
}
