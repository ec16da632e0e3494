import { Card, Skeleton } from '../../ui'
import styles from './trends.module.css'

/** The shape of the board while nothing has answered yet. */
export function BoardSkeleton() {
  return (
    <div className={styles.grid}>
      {['Incidents', 'Severe', 'Median', 'p90', 'Acknowledge', 'Open'].map((name) => (
        <Card key={name} className={styles.figure ?? ''}>
          <Skeleton label={`Counting: ${name}`} rows={2} />
        </Card>
      ))}
      <Card className={styles.wide ?? ''}>
        <Skeleton label="Counting incidents per week" rows={9} />
      </Card>
      <Card className={styles.narrow ?? ''}>
        <Skeleton label="Counting times to resolve" rows={9} />
      </Card>
    </div>
  )
}
