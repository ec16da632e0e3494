import { useActor, useFormDraft } from '../../../data'
import { incidentRoles } from '../../../domain/incident'
import { Picker } from '../../../ui'
import type { Names } from '../useNames'
import { roleWords } from '../words'
import { Choice } from './Choice'
import { FormFrame, type FormProps } from './FormFrame'
import { draftOf, roleFields } from './forms'
import { meIn, peopleFor } from './people'

/** Takes a role, or names somebody for it: a digit or first letter chooses the role, Enter takes it. */
export function RoleForm({ names, ...form }: FormProps & { readonly names: Names }) {
  const { incident } = form
  const me = meIn(names.parties, useActor())
  const { values, set, sent, dirty } = useFormDraft(draftOf('role', incident.id), roleFields(incident, me))
  const { role, person } = values
  const holders = (of: string) =>
    incident.roles.flatMap((held) => (held.role === of ? [names.party(held.person)] : [])).join(', ')
  const held = incident.roles.some((each) => each.role === role && each.person === person)
  const reason = person === '' ? 'Say who takes it.' : held ? `${names.party(person)} holds it already.` : undefined
  return (
    <FormFrame
      {...form}
      label="Take a role"
      submit={person === me && me !== undefined ? `Take ${roleWords[role]}` : `Name ${roleWords[role]}`}
      command={{ kind: 'take-role', incident: incident.id, role, person }}
      dirty={dirty}
      reason={reason}
      onSend={(wanted) => form.onSend(wanted, sent)}
    >
      <Choice
        label="Role"
        value={role}
        letters
        onChange={(chosen) => set({ role: chosen })}
        options={incidentRoles.map((value) => ({
          value,
          label: roleWords[value],
          hint: holders(value) || 'nobody',
        }))}
      />
      <Picker
        label="Who takes it"
        value={person}
        options={peopleFor(names, incident.team)}
        onChange={(chosen) => set({ person: chosen })}
        placeholder="Type a name"
        note={me === undefined ? 'Your own name is not among the people that the sources tell.' : undefined}
      />
    </FormFrame>
  )
}
