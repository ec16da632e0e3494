import { useActor, useFormDraft } from '../../../data'
import { vacantRoles } from '../../../domain/duties'
import { type Incident, type IncidentRole, incidentRoles } from '../../../domain/incident'
import { unknownText } from '../../../domain/units'
import { Definitions } from '../../../ui'
import { useAnchor } from '../anchor'
import type { Names } from '../useNames'
import { roleWords } from '../words'
import { draftOf, roleFields } from './forms'
import { meIn } from './people'
import { useResponse } from './Response'
import styles from './side.module.css'

interface RolesProps {
  readonly incident: Incident
  readonly names: Names
}

/** An empty role, and the way to fill it. */
function Vacancy({ incident, names, role }: RolesProps & { readonly role: IncidentRole }) {
  const response = useResponse()
  const me = meIn(names.parties, useActor())
  const { set } = useFormDraft(draftOf('role', incident.id), roleFields(incident, me))
  const reason = response?.actions.find(({ form }) => form === 'role')?.reason
  if (!response || reason !== undefined)
    return (
      <span className={styles.vacant} title={reason}>
        nobody
      </span>
    )
  return (
    <button
      type="button"
      className={styles.fill}
      aria-label={`${roleWords[role]}: nobody, take it`}
      onClick={({ currentTarget }) => {
        set({ role })
        response.open('role', currentTarget)
      }}
    >
      nobody · take it
    </button>
  )
}

/** Who holds which role. A role that must be held and is not stands out. */
export function Roles({ incident, names }: RolesProps) {
  const { at: now, live } = useAnchor()
  const response = useResponse()
  const vacant = vacantRoles(incident, now, live && response?.commanding.whyNot('take-role') === undefined)
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
      ? [{ term, detail: <Vacancy incident={incident} names={names} role={known} /> }]
      : []
  })
  return (
    <section>
      <h3>Roles</h3>
      {items.length > 0 ? <Definitions items={items} /> : <p className="muted">No roles are recorded.</p>}
      {incident.assignee !== undefined && (
        <Definitions items={[{ term: 'Assigned', detail: names.party(incident.assignee) }]} />
      )}
    </section>
  )
}
