import { useHref } from 'react-router-dom'
import { pathTo } from '../../../app/paths'
import { useState } from 'react'
import type { ReviewDuty } from '../../../domain/reviews'
import { Button, Icon } from '../../../ui'
import { saveFile } from '../../../ui/save'
import type { Book } from '../model/book'
import { countText, several } from '../model/words'
import styles from '../forms.module.css'

/** Saves the review dates that are shown as a calendar. What writes it is loaded when it is wanted. */
export function CalendarButton({ duties, book }: { readonly duties: readonly ReviewDuty[]; readonly book: Book }) {
  const [failed, setFailed] = useState(false)
  const dated = duties.filter(({ due }) => due !== undefined)
  const base = useHref(pathTo('ownership'))
  const save = async () => {
    try {
      const { calendarOf } = await import('./calendar')
      const link = (activity: string) => {
        const url = new URL(base, location.href)
        url.searchParams.set('activity', activity)
        return url.href
      }
      saveFile({ name: 'reviews.ics', type: 'text/calendar;charset=utf-8', text: calendarOf(dated, book, link) })
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  const undated = duties.length - dated.length
  return (
    <>
      <Button
        disabledReason={dated.length === 0 ? 'None of the reviews shown has a date.' : undefined}
        onClick={() => void save()}
        title={undated > 0 ? `${several(undated, 'review')} shown without a date cannot be in it.` : undefined}
      >
        <Icon name="download" size={14} />
        Calendar ({countText(dated.length)} of {countText(duties.length)})
      </Button>
      {failed && (
        <span role="alert" className={styles.refused}>
          The calendar could not be written. Try again.
        </span>
      )}
    </>
  )
}
