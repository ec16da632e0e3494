import { useMemo } from 'react'
import { coverageOf } from '../../../domain/coverage'
import { resilienceOf } from '../../../domain/plan/busFactor'
import { type BeforeAfter, gapChanges } from '../../../domain/plan/loads'
import type { GapKind } from '../../../domain/gaps'
import { gapNames } from '../../../domain/plan/words'
import { isJudged } from '../../../domain/recorded'
import type { Rehearsed } from '../model/useRehearsal'
import { countText, shareText } from '../model/words'
import { Delta } from './Delta'
import styles from './outcome.module.css'

/** The figures that decide, before and after. What the sources do not record is said, not counted. */
export function Figures({ rehearsed: { outcome, problems, whole } }: { readonly rehearsed: Rehearsed }) {
  const { before, after, changes } = outcome
  const gaps = useMemo(() => new Map(gapChanges(outcome).map((each) => [each.kind, each])), [outcome])
  const few = useMemo(() => resilienceOf(outcome), [outcome])
  const [was, is] = useMemo(() => [coverageOf(before.standings), coverageOf(after.standings)], [before, after])
  const roles = changes.reduce((sum, { steps }) => sum + steps.length, 0)
  const gap = (kind: GapKind) =>
    isJudged(kind, before.records) ? (gaps.get(kind) ?? { before: 0, after: 0 }) : undefined
  const hardly: BeforeAfter | undefined = before.records.responsible
    ? { before: few.nobody.before + few.one.before, after: few.nobody.after + few.one.after }
    : undefined
  return (
    <div className={styles.figures}>
      <Card
        title="Activities changed"
        of={`of ${countText(before.standings.length)}, ${countText(roles)} roles given or taken`}
      >
        <span>{countText(changes.length)}</span>
      </Card>
      <Card
        title="To solve"
        of={
          problems.length === 0
            ? whole
              ? 'nothing that the plan would break'
              : 'found in what is there'
            : 'before it goes out'
        }
      >
        <span className={problems.length > 0 ? styles.worse : undefined}>{countText(problems.length)}</span>
      </Card>
      <Compared title={gapNames['no-accountable']} figure={gap('no-accountable')} of={before.standings.length} />
      <Compared title={gapNames['many-accountable']} figure={gap('many-accountable')} of={before.standings.length} />
      <Compared title={gapNames['no-responsible']} figure={gap('no-responsible')} of={before.standings.length} />
      <Compared title="At most one can perform it" figure={hardly} of={before.standings.length} />
      <Card
        title="Owned end to end"
        of={
          is.judged === 0
            ? 'owners are not recorded'
            : `${countText(was.owned)} before, ${countText(is.owned)} after, of ${countText(is.judged)}`
        }
      >
        {is.judged === 0 ? (
          <Absent />
        ) : (
          <span className={is.owned < was.owned ? styles.worse : is.owned > was.owned ? styles.better : undefined}>
            {shareText(is.owned, is.judged)}
          </span>
        )}
      </Card>
    </div>
  )
}

const Absent = () => <span className={styles.absent}>not recorded</span>

function Compared({
  title,
  figure,
  of,
}: {
  readonly title: string
  readonly figure: BeforeAfter | undefined
  readonly of: number
}) {
  return (
    <Card title={title} of={`of ${countText(of)} activities`}>
      {figure ? <Delta {...figure} more="worse" /> : <Absent />}
    </Card>
  )
}

function Card({
  title,
  of,
  children,
}: {
  readonly title: string
  readonly of: string
  readonly children: React.ReactNode
}) {
  return (
    <div className={styles.card}>
      <h3>{title}</h3>
      <div className={styles.big}>{children}</div>
      <p className={styles.of}>{of}</p>
    </div>
  )
}
