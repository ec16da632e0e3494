import { useState } from 'react'
import type { Names } from '../useNames'
import { Select } from '../../../ui'
import { FormFrame, type FormProps } from './FormFrame'

const nobody = { value: '', label: '—' }

/** Another team, another person, or both. People who left are not offered. */
export function AssignForm({ names, ...form }: FormProps & { readonly names: Names }) {
  const { incident } = form
  const [team, setTeam] = useState(incident.team ?? '')
  const [person, setPerson] = useState('')
  const teams = names.parties.filter((party) => party.type === 'team')
  const people = names.parties.filter(
    (party) => party.type === 'person' && party.active !== false && (team === '' || party.teams.includes(team)),
  )
  const moved = team !== '' && team !== incident.team
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
    >
      <Select
        label="Team"
        value={team}
        options={[nobody, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(next) => {
          setTeam(next)
          setPerson('')
        }}
      />
      <Select
        label="Person"
        value={person}
        options={[nobody, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setPerson}
      />
    </FormFrame>
  )
}
