import { type HappeningKind, happenings, HappenedGlyph } from '../../charts'
import { ChipButton, Segmented } from '../../ui'
import type { Address } from './address'
import { divisions, type useDrawing } from './drawing'
import type { Step } from './model/periods'
import type { Span } from './model/range'
import styles from './trends.module.css'

const stepNames: Readonly<Record<Step, string>> = { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' }
const divisionNames = { severity: 'Severity', team: 'Team', workload: 'Workload', factor: 'Factor' } as const
const divisionOptions = divisions.map((value) => ({ value, label: divisionNames[value] }))

type Drawing = ReturnType<typeof useDrawing>

export interface WeeklyToolsProps {
  readonly span: Span
  readonly set: Address['set']
  readonly drawing: Drawing
}

/** What the bars are divided by, and how long one is. */
export function WeeklyTools({ span, set, drawing: [{ by }, draw] }: WeeklyToolsProps) {
  return (
    <>
      <Segmented
        label="Divided by"
        options={divisionOptions}
        value={by}
        onChange={(chosen) => void draw({ by: chosen })}
      />
      {span.steps.length > 1 && (
        <Segmented
          label="Length of a bar"
          options={span.steps.map((step) => ({ value: step, label: stepNames[step] }))}
          value={span.step}
          onChange={(per) => void set({ per })}
        />
      )}
    </>
  )
}

const kindNames: Readonly<Record<HappeningKind, string>> = {
  fix: 'Fixes declared',
  release: 'Releases',
  transfer: 'Ownership transferred',
}

/** Which kinds of what was done are marked over the bars: each a switch with its glyph. */
export function HappenedSwitches({ drawing: [{ hide }, draw] }: Pick<WeeklyToolsProps, 'drawing'>) {
  return (
    <span className={styles.switches} role="group" aria-label="Marked over the bars">
      {happenings.map((kind) => (
        <ChipButton
          key={kind}
          pressed={!hide.includes(kind)}
          onClick={() =>
            void draw({ hide: hide.includes(kind) ? hide.filter((each) => each !== kind) : [...hide, kind] })
          }
        >
          <HappenedGlyph kind={kind} /> {kindNames[kind]}
        </ChipButton>
      ))}
    </span>
  )
}
