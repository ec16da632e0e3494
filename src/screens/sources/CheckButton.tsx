import { type ConfiguredSource, useNextTry, useNow, useSetup, useSetupTools } from '../../data'
import { Button } from '../../ui'
import { ConnectionReport } from './check/ConnectionReport'
import type { Whereabouts } from './check/diagnose'
import { useConnection } from './check/useConnection'
import styles from './Sources.module.css'

/** Where a configured source is, as far as the configuration says. */
export function useWhereabouts({ id }: ConfiguredSource): Whereabouts {
  const setup = useSetup()
  const { tools } = useSetupTools()
  const entry = (setup?.tried ?? setup?.deployed)?.sources.find((each) => each.id === id)
  return { id, options: entry?.options ?? {}, base: tools?.base ?? document.baseURI }
}

/** Asks an open source everything it offers once. One that wants a pause is left alone meanwhile. */
export function CheckButton({
  configured,
  limited,
}: {
  readonly configured: ConfiguredSource
  readonly limited: boolean
}) {
  const { connection, begin } = useConnection(() => Promise.resolve(configured), false)
  const next = useNextTry(configured)
  const where = useWhereabouts(configured)
  return (
    <div className={styles.more}>
      <Button
        onClick={begin}
        disabledReason={
          limited && next !== undefined ? 'The backend wants a pause: it is asked again by itself.' : undefined
        }
      >
        Check the connection
      </Button>
      {connection && <ConnectionReport connection={connection} where={where} />}
    </div>
  )
}

/** When a source that failed is asked again. Ticks by itself. */
export function NextTry({ configured }: { readonly configured: ConfiguredSource }) {
  const now = useNow(1)
  const next = useNextTry(configured)
  if (next === undefined) return null
  const seconds = Math.ceil((next - now) / 1000)
  return <span className="muted">{seconds > 0 ? `Next try in ${seconds} s.` : 'It is tried again now.'}</span>
}
