import { useMemo } from 'react'
import { type SetupTools, useSetup, useSetupTools } from '../../../data'
import { Card, EmptyState, FailedState, Skeleton, TextField } from '../../../ui'
import { useDraftConfiguration, type DraftConfiguration } from '../model/useDraftConfiguration'
import { AddSource } from './AddSource'
import { Deploy } from './Deploy'
import { Entries } from './Entries'
import styles from './setup.module.css'

/** The configuration: a draft kept in this browser, tried in this tab, and taken from here to be deployed. */
export function Setup() {
  const { tools, error } = useSetupTools()
  const setup = useSetup()
  const draft = useDraftConfiguration()
  if (!setup || !draft)
    return (
      <EmptyState title="There is nothing to set up here">
        The sources of this page are given by whoever opened it.
      </EmptyState>
    )
  if (error !== undefined)
    return <FailedState what="The form could not be loaded" where={error} advice="Load the page anew." />
  if (!tools) return <Skeleton label="The form is loading" rows={8} />
  return <Drafting tools={tools} {...draft} />
}

function Drafting({ tools, ...given }: DraftConfiguration & { readonly tools: SetupTools }) {
  const { draft, change } = given
  const faults = useMemo(() => tools.check(draft), [tools, draft])
  const actor = faults.find(({ place }) => place === 'actor')
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Card title="Sources, in the order of belief" sub="Where two of them disagree, the one further up is believed.">
          {draft.sources.length === 0 && <p className="muted">None yet: add the first one below.</p>}
          <Entries tools={tools} draft={draft} faults={faults} change={change} />
          <AddSource kinds={tools.kinds} draft={draft} change={change} />
        </Card>
        <Card title="Who acts here" sub="Goes into what is done from this app, where nobody signs in.">
          <TextField
            label="Name"
            value={draft.actor ?? ''}
            onChange={(text) => change({ ...draft, actor: text })}
            error={actor?.wrong}
          />
        </Card>
      </div>
      <div className={styles.main}>
        <Deploy {...given} faults={faults} />
      </div>
    </div>
  )
}
