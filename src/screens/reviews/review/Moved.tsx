import { FilterSelect, Button, ChipButton, Icon, TextField } from '../../../ui'
import type { TabProps } from '..'
import { everybody } from '../model/book'
import { countText, dayOf } from '../model/words'
import forms from '../forms.module.css'
import styles from '../reviews.module.css'
import type { Listed } from './list'

/**
 * After an organisational change: whoever was moved is named, and all that they hold stands to be confirmed, with how
 * much of it was since the day of the change. It is kept in the address, so that several people can work it off.
 */
export function Moved({ book, raw, change, shown }: TabProps & { readonly shown: readonly Listed[] }) {
  const on = raw.since !== null || raw.moved.length > 0
  if (!on)
    return (
      <div className={styles.offer}>
        <ChipButton onClick={() => change({ since: dayOf(book.now, book.zone) })}>
          <Icon name="person" size={14} />
          Confirm after a reorganisation…
        </ChipButton>
      </div>
    )
  const confirmed = shown.filter((each) => each.confirmed).length
  return (
    <section className={forms.panel} aria-label="After a reorganisation">
      <div className={forms.fields}>
        <FilterSelect
          label="Who was moved"
          options={everybody(book)}
          value={raw.moved}
          onChange={(moved) => change({ moved })}
        />
        <TextField
          label="Day of the change"
          type="date"
          value={raw.since ?? ''}
          onChange={(since) => change({ since: since === '' ? null : since })}
        />
        <Button tone="quiet" onClick={() => change({ moved: null, since: null })}>
          Back to all reviews
        </Button>
      </div>
      <p role="status">
        {raw.moved.length === 0 ? (
          'Name the teams and people that were moved: every activity in which they hold a role is then listed to be confirmed.'
        ) : (
          <>
            <b>{countText(confirmed)}</b> of {countText(shown.length)} activities that they hold are confirmed since
            that day.
          </>
        )}
      </p>
    </section>
  )
}
