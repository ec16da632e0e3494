import { useMemo } from 'react'
import { isWhole, useWhole } from '../../../../data'
import type { Ownership, Standing } from '../../../../domain/coverage'
import { nameOf } from '../../../../domain/matrix'
import type { Id } from '../../../../domain/units'
import { Picker, type PickerProps } from '../../../../ui'
import { heldIn } from './wish'

const everything = {}

interface PartyPickerProps extends Omit<PickerProps, 'options'> {
  readonly ownership: Ownership
  /** What it is chosen for: those whom that most likely concerns are offered before all others. */
  readonly about?: Standing
}

/** Whom a change most likely concerns: the team that owns the workload, and all who hold something already. */
const nearest = ({ workload, assignments }: Standing): readonly Id[] => [
  ...new Set([
    ...(workload?.team === undefined ? [] : [workload.team]),
    ...heldIn(assignments).map(({ party }) => party),
  ]),
]

/** A team or a person, by typing. People who have left are not offered. */
export function PartyPicker({ ownership, about, ...rest }: PartyPickerProps) {
  const parties = useWhole('parties', everything)
  const options = useMemo(() => {
    const first = new Set(about ? nearest(about) : [])
    // They come by name already, and stay so within each part.
    return parties.items
      .filter((party) => party.type === 'team' || party.active !== false)
      .toSorted(
        (left, right) =>
          Number(first.has(right.id)) - Number(first.has(left.id)) ||
          Number(left.type === 'person') - Number(right.type === 'person'),
      )
      .map((party) => ({
        value: party.id,
        label: party.name,
        hint: party.type === 'team' ? 'team' : party.teams.map((id) => nameOf(id, ownership)).join(', '),
      }))
  }, [parties.items, about, ownership])
  const partial = isWhole(parties) ? undefined : 'Not every source told its teams and people: some may be missing here.'
  return <Picker {...rest} options={options} note={partial} />
}
