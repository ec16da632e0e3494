import { useActor, useDraft } from '../../../data'
import { partyOfActor } from '../filters/useVocabulary'
import type { IncidentsUrl } from '../useFilters'
import type { Names } from '../useNames'
import { builtIn, readViews, type SavedView, viewOf, writeViews } from './views'

/** The views that there are, the one shown, and the way to change one's own. They are kept in this browser. */
export function useViews(url: IncidentsUrl, names: Names) {
  const actor = useActor()
  const { text, write } = useDraft('views.incidents')
  const own = readViews(text)
  const usual = builtIn(partyOfActor(names.parties, actor)?.id)
  const all = [...usual, ...own.map((view) => ({ ...view, why: undefined }))]
  const search = viewOf(url.search)
  return {
    usual,
    own,
    all,
    /** The address of what is shown now. */
    search,
    current: all.find((view) => view.search === search),
    keep: (views: readonly SavedView[]) => write(writeViews(views)),
    show: (view: SavedView) => url.show(view.search),
  }
}
export type Views = ReturnType<typeof useViews>
