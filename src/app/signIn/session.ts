import type { ReactElement, ReactNode } from 'react'
import type { ConfiguredSource } from '../../data'

/** Who uses the app from now on. */
export interface Session {
  /** Who acts: goes into commands. */
  readonly actor: string
  /** Who is signed in, for the bar of the shell, with the way out; and what is to be said of it. */
  readonly account: ReactElement
  /** The app as this session may use it. */
  readonly within: (app: ReactElement) => ReactNode
  /** The sources as this session may use them: a command that it may not give is refused before it goes out. */
  readonly guard: (sources: readonly ConfiguredSource[]) => readonly ConfiguredSource[]
}

/** What came of asking who is there: a session, or a page in place of the app. */
export type Entry = Session | { readonly page: ReactElement }
