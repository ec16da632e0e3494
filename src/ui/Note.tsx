import { lazy, Suspense } from 'react'
import styles from './Note.module.css'

/** Most characters shown of one text from outside. */
const noteLimit = 20_000

const Markdown = lazy(() => import('./Markdown'))

/** Words that Markdown would draw otherwise; without any, the text is shown as it is and nothing more is loaded. */
const marks = /[*_`#>[\]|~]|^\s*[-+\d]/m

/** A text from outside: Markdown without raw HTML and without images, cut at 20 kB with a word about it. */
export function Note({ text }: { readonly text: string }) {
  const shown = text.slice(0, noteLimit)
  const plain = <p className={styles.plain}>{shown}</p>
  return (
    <div className={styles.note}>
      {marks.test(shown) ? (
        <Suspense fallback={plain}>
          <Markdown text={shown} />
        </Suspense>
      ) : (
        plain
      )}
      {shown.length < text.length && (
        <p className="muted">
          Cut here: {shown.length.toLocaleString('en')} of {text.length.toLocaleString('en')} characters are shown.
        </p>
      )}
    </div>
  )
}
