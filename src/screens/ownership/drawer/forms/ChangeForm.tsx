import { useFormDraft, useNow, useZone } from '../../../../data'
import { changeKinds } from '../../../../domain/change'
import { gapKinds } from '../../../../domain/gaps'
import { nameOf } from '../../../../domain/matrix'
import { roleNames, roles } from '../../../../domain/ownership'
import type { Id } from '../../../../domain/units'
import { Segmented, TextArea, TextField, useUnsaved } from '../../../../ui'
import { gapText } from '../words'
import { begun, draftOf } from './begun'
import { Choice } from './Choice'
import { FormFrame, type FormProps } from './FormFrame'
import { PartyPicker } from './PartyPicker'
import { Preview } from './Preview'
import { changeOf, commandOf, heldIn, pairOf, wishOf } from './wish'

const kindNames = { add: 'Add', change: 'Change', transfer: 'Transfer', exception: 'Exception' } as const
const choose = { value: '', label: 'choose…' }

interface ChangeFormProps extends FormProps {
  /** Of the cell that it was opened for. */
  readonly party: Id | undefined
}

/** A wish to change who holds which role, or to bear with a gap for some time. Nothing changes before it is approved. */
export function ChangeForm({ party, ...form }: ChangeFormProps) {
  const { standing, ownership } = form
  const { activity, gaps } = standing
  const { name: zone } = useZone()
  const now = useNow(60)
  const held = heldIn(standing.assignments)
  // The address may name anybody.
  const known = party !== undefined && (ownership.party(party) ?? held.find((each) => each.party === party))
  const cell = known ? party : undefined
  const { values, set, sent, dirty } = useFormDraft(draftOf('change', activity.id), begun(standing, cell))
  useUnsaved(dirty)
  const change = changeOf(values)
  const wish = wishOf(values, held, zone, now)
  const sound = Object.keys(wish.faults).length === 0
  const name = (id: Id) => nameOf(id, ownership)
  const others = gapKinds.filter((kind) => !gaps.some((gap) => gap.kind === kind))
  return (
    <FormFrame
      {...form}
      label="Request a change"
      submit="Send request"
      command={sound ? commandOf(activity.id, values, wish) : undefined}
      onSend={(command) => form.onSend(command, sent)}
    >
      {(tried) => {
        const fault = (field: keyof typeof wish.faults) => (tried ? wish.faults[field] : undefined)
        const picker = (label: string, placeholder: string) => (
          <PartyPicker
            label={label}
            placeholder={placeholder}
            ownership={ownership}
            about={standing}
            value={values.party}
            onChange={(next) => set({ party: next })}
            error={fault('party')}
          />
        )
        return (
          <>
            <Segmented
              label="What to ask for"
              options={changeKinds.map((value) => ({ value, label: kindNames[value] }))}
              value={change}
              onChange={(next) => set({ change: next })}
            />
            {change === 'add' && (
              <>
                <Choice
                  label="Role"
                  options={roles.map((role) => ({ value: role, label: roleNames[role] }))}
                  value={values.role}
                  onChange={(role) => set({ role })}
                />
                {picker('Who gets it', 'Team or person')}
              </>
            )}
            {change === 'change' && (
              <>
                <Choice
                  label="Which role"
                  options={[
                    choose,
                    ...held.map((each) => ({
                      value: pairOf(each),
                      label: `${roleNames[each.role]}: ${name(each.party)}`,
                    })),
                  ]}
                  value={values.held}
                  onChange={(next) => set({ held: next })}
                  error={fault('held')}
                />
                <Choice
                  label="Becomes"
                  options={[
                    { value: '', label: 'the same role' },
                    ...roles.map((role) => ({ value: role, label: roleNames[role] })),
                    { value: 'none', label: 'taken away' },
                  ]}
                  value={values.becomes}
                  onChange={(becomes) => set({ becomes })}
                />
                {values.becomes !== 'none' && picker('Held by', 'The same holder')}
              </>
            )}
            {change === 'transfer' && (
              <>
                <Choice
                  label="From"
                  options={[
                    choose,
                    ...[...new Set(held.map((each) => each.party))].map((id) => ({ value: id, label: name(id) })),
                  ]}
                  value={values.from}
                  onChange={(from) => set({ from })}
                  error={fault('from')}
                />
                {picker('To', 'Team or person')}
              </>
            )}
            {change === 'exception' && (
              <>
                <Choice
                  label="Gap to bear with"
                  options={[
                    choose,
                    ...[...gaps.map(({ kind }) => kind), ...others].map((kind) => ({
                      value: kind,
                      label: gaps.some((gap) => gap.kind === kind) ? gapText(kind) : `${gapText(kind)} (not there now)`,
                    })),
                  ]}
                  value={values.gap}
                  onChange={(gap) => set({ gap })}
                  error={fault('gap')}
                />
                <TextField
                  type="date"
                  label="Until the end of"
                  value={values.until}
                  onChange={(until) => set({ until })}
                  error={fault('until')}
                />
              </>
            )}
            <TextArea
              label="Why"
              value={values.reason}
              onChange={(reason) => set({ reason })}
              error={fault('reason')}
            />
            <Preview standing={standing} ownership={ownership} change={change} wish={wish} now={now} />
          </>
        )
      }}
    </FormFrame>
  )
}
