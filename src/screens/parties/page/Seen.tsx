import { useZone } from '../../../data'
import { type Role, roleNames } from '../../../domain/ownership'
import type { seenOnly } from '../../../domain/party/held'
import { dateText } from '../../../domain/time/format'
import { Activity } from './Activity'
import { Section } from './Section'

const deeds: Readonly<Partial<Record<Role, string>>> = { A: 'seen to answer for it', R: 'seen to perform it' }

/** What the party does by all that was observed, and nobody has declared. */
export function Seen({ seen }: { readonly seen: ReturnType<typeof seenOnly> }) {
  const { name: zone } = useZone()
  return (
    <Section
      title="Seen to own, but not named"
      sub="Observed in tags, commits, tickets or responses, and different from what is declared."
      items={seen}
      itemKey={({ standing }) => standing.activity.id}
      render={({ standing, claims }) => (
        <Activity standing={standing}>
          {claims.map(({ id, role, evidence, at }) => (
            <span key={id}>
              {deeds[role] ?? roleNames[role].toLowerCase()}
              {evidence !== undefined && `: ${evidence}`}
              {at !== undefined && `, ${dateText(at, zone)}`}
            </span>
          ))}
        </Activity>
      )}
    />
  )
}
