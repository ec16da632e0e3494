import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../../src/app/App'
import type { Incident } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { type DeviceState, SpeakerContext } from '../../src/screens/wall/sound/speaker'
import { memorySource } from '../tools/memorySource'
import { anIncident, aWorkload } from '../tools/records'
import { fakeSpeaker } from '../tools/speaker'
import { steppedClock } from '../tools/steppedClock'
import { base, configured, now } from './harness'

export const ago = (minutes: number) => instant(now - minutes * 60_000)

export const worst = (id: string, over: Partial<Incident> = {}): Incident =>
  anIncident({ id, title: `Cards fail in ${id}`, severity: 1, opened: ago(5), workloads: ['ledger'], ...over })

interface Wish {
  readonly holdings?: Partial<Holdings>
  readonly device?: DeviceState
  /** Milliseconds by which readings are old. */
  readonly old?: number
}

/** A wall with a clock that is set by hand, a source whose readings are as young as that, and a loudspeaker to listen to. */
export function openRoom(address: string, { holdings = {}, device = 'ready', old = 1_000 }: Wish = {}) {
  const { clock, step } = steppedClock(now)
  let age = old
  const source = memorySource(
    { workloads: [aWorkload('ledger', { name: 'Payments ledger' })], ...holdings },
    { id: 'larkmere', asOf: () => clock.now() - age },
  )
  const speaker = fakeSpeaker(device)
  history.replaceState(null, '', new URL(address, base))
  const view = render(
    <SpeakerContext value={speaker.make}>
      <App sources={[configured(source, 'Larkmere')]} clock={clock} base={base} actor="T. Lee" />
    </SpeakerContext>,
  )
  return {
    ...view,
    source,
    speaker,
    user: userEvent.setup(),
    /** Time goes on, and the source is asked anew. */
    pass: (seconds: number) =>
      act(() => {
        step(seconds)
        source.put('incidents', [])
      }),
    tell: (...incidents: Incident[]) => act(() => source.put('incidents', incidents)),
    /** From now on, readings are that old. */
    grow: (ms: number) => {
      age = ms
    },
  }
}
