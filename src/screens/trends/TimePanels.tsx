import { useDrawing } from './drawing'
import { ControlPanel } from './ControlPanel'
import { QuantilesPanel } from './QuantilesPanel'
import type { Scope } from './scope'
import { useSettled } from './useSettled'
import { useTimed } from './useTimed'

/** What the chosen clock says, told as quantiles and as medians over time. */
export function TimePanels({ scope, enabled }: { readonly scope: Scope; readonly enabled: boolean }) {
  const [{ clock }] = useDrawing()
  const timed = useTimed(scope, clock, enabled)
  const settled = [timed.bySeverity, timed.byDay].every(({ outdated }) => !outdated)
  const shown = useSettled(clock, settled)
  return (
    <>
      <QuantilesPanel timed={timed} clock={shown} scope={scope} />
      <ControlPanel timed={timed} clock={shown} scope={scope} />
    </>
  )
}
