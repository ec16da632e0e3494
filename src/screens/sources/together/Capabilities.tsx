import { useSetupTools, useSources } from '../../../data'
import { Card, cx } from '../../../ui'
import { DataTable } from '../../../ui/DataTable'
import { capabilities, type Capability } from './capabilities'
import styles from './together.module.css'

const titles: Readonly<Record<Capability['kind'], string>> = { reads: 'Who tells what', does: 'Who takes what' }

/** All sources against all that can be told and done, in words. */
export function Capabilities() {
  const sources = useSources()
  const { tools } = useSetupTools()
  const rows = capabilities(sources, tools?.kinds ?? [])
  return (['reads', 'does'] as const).map((kind) => (
    <Card
      key={kind}
      title={titles[kind]}
      sub={kind === 'reads' ? 'Sources in the order of belief.' : 'A command goes to the source that tells the record.'}
    >
      <DataTable
        caption={`${titles[kind]}, source by source`}
        captionHidden
        rows={rows.filter((row) => row.kind === kind)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'what',
            label: kind === 'reads' ? 'Facet' : 'Command',
            cell: ({ what, from }: Capability) => (
              <>
                {what}
                {from !== undefined && (
                  <span className={cx('muted', styles.from)}>Nobody tells it here. Could come from {from}.</span>
                )}
              </>
            ),
          },
          ...sources.map(({ id, title }) => ({
            key: id,
            label: title,
            cell: ({ abilities }: Capability) => {
              const own = abilities.find(({ source }) => source === id)
              return <span className={own?.can ? styles.can : 'muted'}>{own?.words}</span>
            },
          })),
        ]}
      />
    </Card>
  ))
}
