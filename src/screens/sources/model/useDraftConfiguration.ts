import { type Configuration, useDraft, useSetup } from '../../../data'
import { draftName, draftOf, draftText } from './draft'

export interface DraftConfiguration {
  /** The draft, or what is deployed while there is none. */
  readonly draft: Configuration
  readonly deployed: Configuration | undefined
  /** Whether it differs from what is deployed. */
  readonly begun: boolean
  readonly change: (draft: Configuration) => void
  readonly discard: () => void
}

/** The configuration begun in this browser. Undefined where the app cannot be set up. */
export function useDraftConfiguration(): DraftConfiguration | undefined {
  const setup = useSetup()
  const { text, write } = useDraft(draftName)
  if (!setup) return undefined
  const { deployed } = setup
  const kept = draftOf(text)
  // Sign-in is not edited here: a draft from before it was deployed must not take it away.
  const { signIn: _signIn, ...begun } = kept ?? deployed ?? { sources: [] }
  return {
    draft: { ...begun, ...(deployed?.signIn && { signIn: deployed.signIn }) },
    deployed,
    begun: kept !== undefined,
    change: (draft) => write(draftText(draft, deployed)),
    discard: () => write(''),
  }
}
