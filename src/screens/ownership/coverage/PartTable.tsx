import { useMemo, useState } from 'react'
import { type Coverage, coverageBy } from '../../../domain/coverage'
import { byShownName, nameOf } from '../../../domain/matrix'
import { columnsOf, type Finding, nobody, tierOf } from '../../../domain/query/standing'
import { Segmented } from '../../../ui'
import { DataTable } from '../../../ui/DataTable'
import { tierName } from '../model/options'
import { notRecorded, shareText } from '../model/words'
import { Count } from './Count'
import styles from './coverage.module.css'
import type { CoverageProps } from './CoveragePanel'

const parts = ['tier', 'team', 'workload'] as const
type Part = (typeof parts)[number]

interface Row {
  readonly key: string
  readonly name: string
  readonly coverage: Coverage
}

const columns = [
  ['owned', 'Owned', 'owned'],
  ['partly', 'In part', 'partly'],
  ['unowned', 'Nobody', 'nobody'],
  ['borne', 'Excused', 'borne'],
] as const satisfies readonly (readonly [keyof Coverage, string, Finding])[]

/** Of each part of the kind wanted. The keys are the values of the filter of that name, so each row is one filter more. */
function rowsOf(part: Part, { book, listing, query }: CoverageProps): readonly Row[] {
  const { ownership, groups } = book
  const chosen = { tier: query.tiers, team: query.teams, workload: query.workloads }[part] ?? []
  const keys = {
    tier: coverageBy(listing.base, (standing) => [tierOf(standing)]),
    workload: coverageBy(listing.base, ({ activity }) => [activity.workload]),
    team: coverageBy(listing.base, (standing) => {
      const held = columnsOf(standing, ownership.party, query.roles)
      return held.length === 0 ? [nobody] : held
    }),
  }
  const named = {
    tier: tierName,
    workload: (id: string) => groups.get(id)?.name ?? id,
    team: (id: string) => (id === nobody ? 'Nobody' : nameOf(id, ownership)),
  }
  return [...keys[part]]
    .filter(([key]) => chosen.length === 0 || chosen.includes(key))
    .map(([key, coverage]) => ({ key, name: named[part](key), coverage }))
    .toSorted(
      (left, right) => Number(left.key === nobody) - Number(right.key === nobody) || byShownName(left.name, right.name),
    )
}

const names: Readonly<Record<Part, string>> = { tier: 'Tier', team: 'Team', workload: 'Workload' }

/** Coverage of each tier, team or workload. */
export function PartTable(props: CoverageProps) {
  const { change } = props
  const [part, setPart] = useState<Part>('tier')
  const rows = useMemo(() => rowsOf(part, props), [part, props])
  const borne = rows.some(({ coverage }) => coverage.borne > 0)
  const open = (key: string, gap: Finding | null) => change({ [part]: [key], gap, coverage: null })
  const shown = columns.filter(([field]) => field !== 'borne' || borne)
  return (
    <section className={styles.parts}>
      <Segmented
        label="Coverage by"
        value={part}
        onChange={setPart}
        options={parts.map((value) => ({ value, label: `By ${value}` }))}
      />
      {part === 'team' && (
        <p className="muted">An activity counts for each team that holds a role in it, itself or through a person.</p>
      )}
      <DataTable
        caption={`Coverage by ${part}`}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', label: names[part], cell: ({ name }) => name },
          {
            key: 'total',
            label: 'Activities',
            align: 'end',
            cell: ({ key, name, coverage }) => (
              <Count count={coverage.total} label={`activities: ${name}`} onOpen={() => open(key, null)} />
            ),
          },
          ...shown.map(([field, label, finding]) => ({
            key: field,
            label,
            align: 'end' as const,
            cell: ({ key, name, coverage }: Row) =>
              coverage.judged === 0 ? (
                ''
              ) : (
                <Count
                  count={coverage[field]}
                  label={`${label.toLowerCase()}: ${name}`}
                  onOpen={() => open(key, finding)}
                />
              ),
          })),
          {
            key: 'share',
            label: 'Share owned',
            align: 'end',
            cell: ({ coverage: { owned, judged } }) => (judged === 0 ? notRecorded : shareText(owned, judged)),
          },
        ]}
      />
    </section>
  )
}
