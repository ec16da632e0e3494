import { PageBar } from '../../ui'
import { useAddress } from './address'
import { List } from './list/List'
import { ProblemPage } from './page/ProblemPage'
import styles from './problems.module.css'

/** Problems: all of them or, with an id in the address, everything about one. */
export default function ProblemsScreen() {
  const { id, raw, change } = useAddress()
  return (
    <div className={styles.screen}>
      {id === null ? (
        <>
          <PageBar title="Problems" />
          <List raw={raw} change={change} />
        </>
      ) : (
        <ProblemPage key={id} id={id} />
      )}
    </div>
  )
}
