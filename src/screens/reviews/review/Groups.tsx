import type { Standing } from '../../../domain/coverage'
import { type ReviewGroup, reviewGroups } from '../../../domain/reviews'
import { Button } from '../../../ui'
import type { Book } from '../model/book'
import { countText, reviewNames } from '../model/words'
import { Group } from '../parts/Group'
import type { Listed, ReviewList } from './list'
import { ReviewRow } from './ReviewRow'

interface GroupsProps {
  readonly list: ReviewList
  /** Whether somebody looks for something: then nothing is folded. */
  readonly narrowed: boolean
  readonly book: Book
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ids: readonly string[], on: boolean) => void
  readonly onAttest: (standing: Standing) => void
}

const notes: Partial<Record<ReviewGroup, string>> = {
  excused: 'An exception bears with it until it ends.',
  unplanned: 'No interval, or no source of theirs records reviews: nothing can be overdue.',
}

const late: ReadonlySet<ReviewGroup> = new Set(['overdue', 'never'])
/** What needs nobody now. */
const calm: ReadonlySet<ReviewGroup> = new Set(['later', 'excused', 'unplanned'])
const idOf = ({ standing }: Listed) => standing.activity.id

/** Those are overdue too, as the gap rule counts them: so that the sum of both is found here as well. */
function neverNote(shown: readonly Listed[]): string {
  const said = 'An interval is set, and no review is recorded: they are overdue too'
  const count = (wanted: ReviewGroup) => shown.filter(({ group }) => group === wanted).length
  return count('overdue') === 0 ? `${said}.` : `${said}, ${countText(count('overdue') + count('never'))} in all.`
}

/** The list, group by group; after a reorganisation by what is confirmed since. */
export function Groups({ list: { shown, moved }, narrowed, book, ticked, onTick, onAttest }: GroupsProps) {
  const group = (
    title: string,
    items: readonly Listed[],
    more: { alarm?: boolean; note?: string; folded?: boolean },
  ) => {
    const ids = items.map(idOf)
    const all = ids.every((id) => ticked.has(id))
    return (
      <Group
        key={title}
        title={title}
        items={items}
        itemKey={idOf}
        {...more}
        actions={
          <Button tone="quiet" onClick={() => onTick(ids, !all)}>
            {all ? 'Choose none' : `Choose all ${countText(ids.length)}`}
          </Button>
        }
        render={(duty) => (
          <ReviewRow
            duty={duty}
            book={book}
            ticked={ticked.has(idOf(duty))}
            onTick={(on) => onTick([idOf(duty)], on)}
            onAttest={() => onAttest(duty.standing)}
          />
        )}
      />
    )
  }
  if (moved.length > 0)
    return (
      <>
        {group(
          'To confirm',
          shown.filter(({ confirmed }) => !confirmed),
          { alarm: true },
        )}
        {group(
          'Confirmed since',
          shown.filter(({ confirmed }) => confirmed),
          { folded: true },
        )}
      </>
    )
  return (
    <>
      {reviewGroups.map((each) => {
        const note = each === 'never' ? neverNote(shown) : notes[each]
        return group(
          reviewNames[each],
          shown.filter((duty) => duty.group === each),
          {
            alarm: late.has(each),
            folded: !narrowed && calm.has(each) && shown.some((duty) => !calm.has(duty.group)),
            ...(note !== undefined && { note }),
          },
        )
      })}
    </>
  )
}
