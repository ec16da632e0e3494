import { gapKinds } from '../../../domain/gaps'
import type { Finding } from '../../../domain/query/standing'
import { DataTable } from '../../../ui/DataTable'
import { findingNames, notRecorded, shareText } from '../model/words'
import { Count } from './Count'
import type { CoverageProps } from './CoveragePanel'

/** Gaps, what comes near to one, and what is none although nobody owns it. The rest is in the other table. */
const shown: readonly Finding[] = [
  'unowned',
  'blank-owner',
  'placeholder-owner',
  ...gapKinds,
  'placeholder-runbook',
  'sole',
  'excused',
  'by-design',
  'unjudged',
]

/** Every class of gap with its count. Where no source records what it takes, that is said instead. */
export function GapTable({ listing, change }: CoverageProps) {
  return (
    <DataTable
      caption="All gaps"
      rows={shown}
      rowKey={(finding) => finding}
      columns={[
        { key: 'gap', label: 'Gap', cell: (finding) => findingNames[finding] },
        {
          key: 'count',
          label: 'Activities',
          align: 'end',
          cell: (finding) => {
            const count = listing.count(finding)
            if (count === undefined) return <span className="muted">{notRecorded}</span>
            return (
              <Count
                count={count}
                label={findingNames[finding]}
                onOpen={() => change({ gap: finding, coverage: null })}
              />
            )
          },
        },
        {
          key: 'share',
          label: 'Share',
          align: 'end',
          cell: (finding) => {
            const count = listing.count(finding)
            return count === undefined || listing.base.length === 0 ? '' : shareText(count, listing.base.length)
          },
        },
      ]}
    />
  )
}
