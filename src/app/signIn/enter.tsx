import type { ReactElement } from 'react'
import { type Clock, ReadOnlyProvider } from '../../data'
import { sendThrough } from '../../sources/http'
import { notice } from '../../ui'
import { chance } from '../chance'
import type { Config } from '../config/read'
import { Account, type SignInAs } from './Account'
import { addressOf, answerIn, type Place, placeNow, standAt, wantsDisplay } from './address'
import { admitting, withTokens } from './door'
import { readOnly } from './guard'
import { isSignedOut, type Kept, keepPending, type Pending, shelfOf, takePending, noteSignedOut } from './kept'
import { Page } from './Page'
import { type Granted, providerOf } from './provider'
import type { Entry, Session } from './session'
import type { Kind, SignIn } from './settings'
import { keepTokens, type Tokens } from './tokens'
import { isOwn } from './turns'
import { WallNote } from './WallNote'
import { leavesOpen, whoOf } from './who'
import { keepsNothing, nobody, type Told, told, unsafe, usedUp } from './words'

/** Where somebody enters. */
export interface Door {
  /** The folder the app is served from. */
  readonly base: string
  readonly clock: Clock
  /** The view has nobody there: it opens without a session rather than with a page to sign in. */
  readonly bare: boolean
  readonly sources: Config['sources']
  /** For tests: leaves the page. */
  readonly go?: (url: string) => void
}

/** Of the name in the bar, where nobody is signed in. */
const nobodyName = 'Not signed in'

const reasons: Readonly<Record<'display' | 'nobody' | 'role', string>> = {
  display: 'This is the session of a display: it only reads.',
  nobody: 'Nobody is signed in here: it only reads.',
  role: 'Your sign-in has none of the roles that may change something here: it only reads.',
}

/** Leaves no page behind that would lead to the provider again when one comes back to it. */
const leavePage = (url: string): void => location.replace(url)

/**
 * Asks who is there, once for each page. Goes to the provider by itself only where a person opens a page without a
 * session, never after an answer of the provider: so it cannot go round.
 */
export async function enter(settings: SignIn, { base, clock, bare, sources, go = leavePage }: Door): Promise<Entry> {
  const provider = providerOf(settings, base)
  const shelves = { person: shelfOf('person'), display: shelfOf('display') }

  /** To the provider. Resolves with what to say where that fails. */
  const signIn = async (kind: Kind, place: Place): Promise<Told | undefined> => {
    try {
      const { url, asked } = await provider.ask(kind)
      if (!keepPending({ asked, kind, place })) return keepsNothing()
      go(url)
      return undefined
    } catch (cause) {
      return told(cause, settings)
    }
  }
  const fromHere: SignInAs = (kind) => signIn(kind, placeNow())

  const page = (
    title: string,
    way: string,
    said: Told | undefined,
    { kind, place }: Omit<Pending, 'asked'>,
  ): Entry => ({
    page: (
      <Page
        title={title}
        way={way}
        onGo={() => signIn(kind, place)}
        {...(said && { told: said })}
        {...(kind === 'display' && { other: { way: 'Back to the wall without it', place: addressOf(place, base) } })}
      />
    ),
  })
  const refused = (said: Told, pending: Omit<Pending, 'asked'>): Entry =>
    page('Sign in', 'Sign in again', said, pending)

  function session(kind: Kind | undefined, why: Told, granted?: Granted): Session {
    const shelf = shelves[kind ?? (settings.display ? 'display' : 'person')]
    const tokens = keepTokens({
      provider,
      shelf,
      settings,
      now: () => clock.now(),
      random: chance,
      granted,
      nobody: why,
    })
    sendThrough(withTokens(tokens, admitting(settings, sources, base)))
    onWall(tokens, kind)
    const who = shelf.read()?.who
    const reason = kind !== 'person' ? reasons[kind ?? 'nobody'] : who?.writes === false ? reasons.role : undefined
    const signOut = async () => {
      const kept = shelf.read()
      tokens.stop()
      shelf.write(undefined)
      noteSignedOut()
      go((await provider.end(kept?.refresh, tokens.idToken())) ?? base)
    }
    const actor = who?.actor ?? nobodyName
    return {
      actor,
      account: (
        <Account kind={kind} name={actor} readOnly={reason} tokens={tokens} signIn={fromHere} signOut={signOut} />
      ),
      within: (app: ReactElement) => <ReadOnlyProvider value={reason}>{app}</ReadOnlyProvider>,
      guard: reason === undefined ? (opened) => opened : readOnly(reason),
    }
  }

  /** A wall has no bar: what is to be said stands among its notices. */
  function onWall(tokens: Tokens, kind: Kind | undefined): void {
    const tell = () => {
      const { over } = tokens.read()
      notice(
        'sign-in',
        over && (
          <WallNote told={over} display={kind !== 'person' && settings.display !== undefined} signIn={fromHere} />
        ),
      )
    }
    tokens.subscribe(tell)
    tell()
  }

  async function redeemed(answer: URLSearchParams, pending: Pending): Promise<Entry> {
    const { asked, kind, place } = pending
    try {
      const granted = await provider.redeem(answer, asked)
      const claims = granted.claims ?? {}
      // Roles and name may stand only where the provider tells of the person; it is done without where that fails.
      const more = leavesOpen(claims, settings) ? await provider.about(granted).catch(() => ({})) : {}
      const who = whoOf({ ...more, ...claims }, settings)
      const kept: Kept = { id: asked.state, who, ...(granted.refresh !== undefined && { refresh: granted.refresh }) }
      if (kind === 'display') shelves.person.write(undefined)
      shelves[kind].write(kept)
      if (kind === 'person') void isOwn(kept.id)
      standAt(place, base)
      return session(kind, nobody, granted)
    } catch (cause) {
      standAt(base, base)
      return refused(told(cause, settings), { kind, place })
    }
  }

  if (!isSecureContext)
    return bare ? session(undefined, unsafe()) : refused(unsafe(), { kind: 'person', place: placeNow() })
  const answer = answerIn(base)
  const pending = answer && takePending()
  if (answer && pending) return redeemed(answer, pending)

  if (answer) standAt(base, base)
  const own = shelves.person.read()
  const isHere = own?.refresh !== undefined && (await isOwn(own.id))
  if (own && !isHere) shelves.person.write(undefined)
  const hasDisplay = settings.display !== undefined && shelves.display.read()?.refresh !== undefined
  const place = placeNow()
  if (wantsDisplay() && settings.display && !hasDisplay) {
    const said = await signIn('display', place)
    return page('Sign this display in', 'Sign in', said, { kind: 'display', place })
  }
  standAt(place, base)
  if (isHere) return session('person', nobody)
  if (hasDisplay) return session('display', nobody)
  if (bare) return session(undefined, nobody)
  if (answer) return refused(usedUp, { kind: 'person', place })
  if (isSignedOut()) return page('You have signed out', 'Sign in', undefined, { kind: 'person', place })
  const said = await signIn('person', place)
  return page('Sign in', 'Sign in', said, { kind: 'person', place })
}
