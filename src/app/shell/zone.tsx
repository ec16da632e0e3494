import { parseAsString, useQueryState } from 'nuqs'
import { type ReactNode, useEffect, useMemo } from 'react'
import { type Zone, ZoneProvider } from '../../data'
import { Segmented } from '../../ui'
import { keep, recall } from '../storage'

const utc = 'UTC'

/** The viewer's own zone, as the computer says. */
const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The name, when it is one of a zone that the browser knows. */
function known(name: string | null | undefined): string | undefined {
  if (!name) return undefined
  try {
    // Only asked whether it throws: browsers differ in what they make of a name (Kathmandu, Katmandu).
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    return name
  } catch {
    return undefined
  }
}

const cityOf = (name: string): string => (name.split('/').at(-1) ?? name).replaceAll('_', ' ')
const zoneOf = (name: string): Zone => (name === utc ? { name, label: utc } : { name, label: cityOf(name) })

/** The zone of the URL, else the one chosen last, else UTC; and the way to choose another. */
function useZoneChoice(): readonly [string, (name: string) => void] {
  const [inUrl, setInUrl] = useQueryState('zone', parseAsString)
  const name = known(inUrl) ?? known(recall('zone')) ?? utc
  // A link reproduces the picture: whatever view is opened, its address comes to name the zone it is shown in.
  useEffect(() => {
    if (inUrl === null && name !== utc) void setInUrl(name)
  }, [inUrl, name, setInUrl])
  const choose = (next: string) => {
    keep('zone', next)
    void setInUrl(next)
  }
  return [name, choose]
}

/** Gives everything below it the zone of the URL. */
export function ZoneOfUrl({ children }: { readonly children: ReactNode }) {
  const [name] = useZoneChoice()
  const zone = useMemo(() => zoneOf(name), [name])
  return <ZoneProvider value={zone}>{children}</ZoneProvider>
}

/** Chooses the zone that everything is shown in: UTC, the viewer's own, or the one a link came with. */
export function ZoneSwitch() {
  const [name, choose] = useZoneChoice()
  const local = localZone()
  const options = [
    { value: utc, label: utc },
    ...(known(local) === utc ? [] : [{ value: local, label: 'Local', name: `Local time, ${cityOf(local)}` }]),
    ...(name === utc || name === local ? [] : [{ value: name, label: cityOf(name) }]),
  ]
  return <Segmented label="Time zone" options={options} value={name} onChange={choose} />
}
