import { Capabilities } from './Capabilities'
import { CountedApart } from './CountedApart'
import { Disagreements } from './Disagreements'
import { Suggestions } from './Suggestions'
import styles from './together.module.css'

/** Several sources as one: who tells and takes what, where they contradict one another, and which names may be one. */
export const Together = () => (
  <div className={styles.page}>
    <CountedApart />
    <Disagreements />
    <Suggestions />
    <Capabilities />
  </div>
)
