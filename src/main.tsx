import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { base } from './app/base'
import { frozenAt, frozenClock, tickingClock } from './app/clock'
import { placeHere } from './app/here'
import { reloadAfterDeploy } from './app/reload'
import { Root } from './app/Root'
import { startTheme } from './app/theme'
import { untilLoaded } from './app/untilLoaded'
import type { Workspace } from './data'
import type { Instant } from './domain/units'
import { createShelf } from './sources/files/shelf'

startTheme()

/** In development and in the demo the invented company answers, unless data or backends of one's own are named instead. */
const invented = (import.meta.env.DEV || import.meta.env.MODE === 'demo') && !import.meta.env.VITE_OWN

/** Starts the mock backends. Their world has a present of its own, which the clock then goes by. */
async function mocksNow(frozen: boolean): Promise<Instant | undefined> {
  const { start } = await import('../mocks/browser')
  const { now, chaos } = await start(base)
  // Pictures and measurements are taken of a frozen page: nothing stands on it that is not the product.
  if (!frozen) {
    const [{ ChaosSwitch }, { chaosKinds }] = await Promise.all([
      import('./app/dev/ChaosSwitch'),
      import('../mocks/chaos'),
    ])
    const corner = document.body.appendChild(document.createElement('div'))
    createRoot(corner).render(<ChaosSwitch kinds={chaosKinds} {...chaos} />)
  }
  return now
}

/** Every type of source there is. Their options are many words, which the first page does not wait for. */
const types = async () => (await import('./sources/catalogue')).catalogue

/** Data opened from disk, as a source. */
const openedConfig = ({ id, title }: Workspace) => ({ id, title, type: 'files', options: { workspace: id } })

async function boot(): Promise<void> {
  if (!('Temporal' in globalThis)) await untilLoaded<unknown>(() => import('temporal-polyfill/global'))()
  const frozen = invented ? frozenAt(location.search) : undefined
  const now = invented ? await mocksNow(frozen !== undefined) : undefined
  const clock = frozen === undefined ? tickingClock(now) : frozenClock(frozen)
  const shelf = createShelf({ now: () => clock.now() })
  reloadAfterDeploy(
    () => clock.now(),
    () => placeHere(base)?.bare === true,
  )
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element with the id "root"')
  createRoot(root).render(
    <StrictMode>
      <Root base={base} clock={clock} types={types} opened={{ shelf, config: openedConfig }} />
    </StrictMode>,
  )
}

await boot()
