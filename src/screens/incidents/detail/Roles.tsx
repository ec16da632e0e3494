import { useState } from 'react'
import { type Commanding, useCommand } from '../../../data'
import { vacantRoles } from '../../../domain/duties'
import { type Incident, type IncidentRole, incidentRoles } from '../../../domain/incident'
import { unknownText } from '../../../domain/units'
import { Definitions, Select } from '../../../ui'
import { useAnchor } from '../anchor'
import type { Names } from '../useNames'
import { roleWords } from '../words'
import { Refused } from './Refused'
import styles from './side.module.css'

interface RolesProps {
  readonly incident: Incident
  readonly names: Names
}

/** An empty role, and the way to fill it. */
function Vacancy({
  incident,
  names,
  role,
  commanding,
}: RolesProps & { readonly role: IncidentRole; readonly commanding: Commanding }) {
  const [asking, setAsking] = useState(false)
  const reason = commanding.whyNot('take-role')
  const people = names.parties.filter((party) => party.type === 'person' && party.active !== false)
  const near = people.toSorted(
    (left, right) =>
      Number(right.type === 'person' && right.teams.includes(incident.team ?? '')) -
      Number(left.type === 'person' && left.teams.includes(incident.team ?? '')),
  )
  if (reason !== undefined || people.length === 0) return <span className={styles.vacant}>nobody</span>
  if (!asking)
    return (
      <button type="button" className={styles.fill} onClick={() => setAsking(true)}>
        nobody · name one
      </button>
    )
  return (
    <Select
      label={`${roleWords[role]}: who takes it`}
      value=""
      options={[{ value: '', label: 'Who takes it?' }, ...near.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(person) => {
        setAsking(false)
        if (person !== '')
          commanding.send({
            command: { kind: 'take-role', incident: incident.id, role, person },
            ...(incident.version !== undefined && { version: incident.version }),
          })
      }}
    />
  )
}

/** Who holds which role. A role that must be held and is not stands out. */
export function Roles({ incident, names }: RolesProps) {
  const { at: now, live } = useAnchor()
  const commanding = useCommand()
  const vacant = vacantRoles(incident, now, live && commanding.whyNot('take-role') === undefined)
  const held = Map.groupBy(incident.roles, (each) => each.role)
  const order = [...incidentRoles, ...[...held.keys()].filter((role) => unknownText(role) !== undefined)]
  const items = order.flatMap((role) => {
    const known = incidentRoles.find((each) => each === role)
    const term = known ? roleWords[known] : (unknownText(role) ?? role)
    const people = held.get(role)
    if (people)
      return [
        {
          term,
          detail: (
            <span className={styles.people}>
              {people.map(({ person }) => (
                <span key={person}>
                  {names.party(person)} <span className="muted">{names.teamOf(person)}</span>
                </span>
              ))}
            </span>
          ),
        },
      ]
    return known && vacant.includes(known)
      ? [{ term, detail: <Vacancy incident={incident} names={names} role={known} commanding={commanding} /> }]
      : []
  })
  return (
    <section>
      <h3>Roles</h3>
      <Refused commanding={commanding} incident={incident} names={names} />
      {items.length > 0 ? <Definitions items={items} /> : <p className="muted">No roles are recorded.</p>}
      {incident.assignee !== undefined && (
        <Definitions items={[{ term: 'Assigned', detail: names.party(incident.assignee) }]} />
      )}
    </section>
  )
}
