import type { ReactNode } from 'react'
import { notRecorded } from '../model/words'
import styles from './drawer.module.css'

/** One question and its answer. Without children the answer is that no source records it. */
export const Fact = ({ term, children }: { readonly term: string; readonly children?: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children ?? <NotRecorded />}</dd>
  </>
)

export const NotRecorded = () => <span className={styles.absent}>{notRecorded}</span>
