import type { Incident } from '../../domain/incident'
import { SeverityGlyph } from '../../ui'
import { severityWord } from './words'
import styles from './wall.module.css'

/** A severity by its sign; where that would take the room of the title, by its word in the title's size. */
export const Level = ({ level }: { readonly level: Incident['severity'] }) => (
  <>
    <span className={styles.sign}>
      <SeverityGlyph level={level} size="var(--glyph)" label={severityWord(level)} />
    </span>
    <b className={styles.level}>{level === undefined ? 'SEV?' : `SEV${level}`}</b>
  </>
)
