import { useFormDraft } from '../../../data'
import { Picker } from '../../../ui'
import type { Names } from '../useNames'
import { FormFrame, type FormProps } from './FormFrame'
import { draftOf } from './forms'
import { peopleFor } from './people'

/** Another team, another person, or both. People who left are not offered. */
export function AssignForm({ names, ...form }: FormProps & { readonly names: Names }) {
  const { incident } = form
  const { values, set, sent, dirty } = useFormDraft(draftOf('assign', incident.id), {
    team: incident.team ?? '',
    person: '',
  })
  const { team, person } = values
  const moved = team !== '' && team !== incident.team
  const members = names.parties.flatMap((party) =>
    party.type === 'person' && party.teams.includes(team) ? [party.id] : [],
  )
  const people = peopleFor(names, team).filter(({ value }) => team === '' || members.includes(value))
  return (
    <FormFrame
      {...form}
      label="Assign"
      submit="Assign"
      command={{
        kind: 'assign',
        incident: incident.id,
        ...(moved && { team }),
        ...(person !== '' && { person }),
      }}
      dirty={dirty}
      onSend={(wanted) => form.onSend(wanted, sent)}
    >
      <Picker
        label="Team"
        value={team}
        options={names.parties.flatMap(({ type, id, name }) => (type === 'team' ? [{ value: id, label: name }] : []))}
        onChange={(next) => set({ team: next, person: '' })}
        placeholder="Type a team"
      />
      <Picker
        label="Person"
        value={person}
        options={people}
        onChange={(next) => set({ person: next })}
        placeholder="Type a name"
        note={team !== '' && people.length === 0 ? 'No source tells who is in this team.' : undefined}
      />
    </FormFrame>
  )
}
