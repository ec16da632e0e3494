import { useOwnership, type View } from '../../../../data'
import type { Problem } from '../../../../domain/problem'
import { shareSource } from '../../figures/words'
import { cameBack, firstFixes, ownerKnown, reopened, reviewsOnTime, type ShareKind } from '../../model/shareKinds'
import { shareFigure } from '../../model/shares'
import { missingFigure, shareRecords, type Told } from '../model/figureRows'
import { type Given, type MeasuredView, useMeasured } from './useMeasured'

const whyNot = {
  loading: 'being read',
  absent: 'no source here tells of it',
  failed: 'could not be counted',
  ready: '',
}

function told({ scope }: Given, kind: ShareKind, { question, view, state, now, was }: MeasuredView): Told {
  const words = { ...kind.about, source: shareSource }
  if (state !== 'ready')
    return { figure: { ...missingFigure(kind.words.label, whyNot[state]), ...words }, to: undefined }
  return {
    figure: { ...shareFigure(kind.words, now, was, kind.answerOf), ...words },
    to: shareRecords(scope, question, view.summary, kind.answerOf),
  }
}

/** The shares among the head figures, and what they were counted from. */
export function useShares(given: Given, problems: View<'problems'>, known: readonly Problem[]) {
  const fixed = useMeasured({ ...given, enabled: given.enabled && problems.state === 'ready' }, cameBack.by, {
    fixes: firstFixes(known),
  })
  const again = useMeasured(given, reopened.by)
  const reviews = useMeasured(given, reviewsOnTime.by)
  const { ownership, state } = useOwnership()
  // With the plan beside it the same answer tells what responders could find.
  const owned = useMeasured({ ...given, enabled: given.enabled && state === 'ready' }, ['activity', 'plan'], {
    clock: 'acknowledge',
  })
  const problemsState = problems.state === 'ready' ? fixed.state : problems.state
  const ownersState = state === 'ready' ? owned.state : state
  return {
    reviews,
    owned: { ...owned, state: ownersState },
    ownership,
    states: [problemsState, again.state, reviews.state, ownersState],
    views: [fixed.view, again.view, reviews.view, owned.view],
    shares: {
      cameBack: told(given, cameBack, { ...fixed, state: problemsState }),
      reopened: told(given, reopened, again),
      reviews: told(given, reviewsOnTime, reviews),
      owner: told(given, ownerKnown(ownership), { ...owned, state: ownersState }),
    },
  }
}
