import { isWhole, useFormDraft, useWhole } from '../../../data'
import type { Incident } from '../../../domain/incident'
import type { Problem } from '../../../domain/problem'
import { unknownText } from '../../../domain/units'
import { Button, Picker } from '../../../ui'
import { useMissing } from '../useMissing'
import { counted } from '../words'
import { FormFrame, type FormProps } from './FormFrame'
import { draftOf } from './forms'

const all = {}

/** Problems of the same workloads first, then those that are not resolved: the likeliest cause is near the top. */
export function likeliest(problems: readonly Problem[], { workloads }: Incident): readonly Problem[] {
  const rank = (problem: Problem) =>
    2 * Number(problem.workloads.some((id) => workloads.includes(id))) + Number(problem.state !== 'resolved')
  return problems.toSorted((left, right) => rank(right) - rank(left))
}

/** The problem that caused it, found among all by typing; or none. */
export function ProblemForm(form: FormProps) {
  const { incident } = form
  const view = useWhole('problems', all)
  const missing = useMissing(view)
  const { values, set, sent, dirty } = useFormDraft(draftOf('problem', incident.id), {
    problem: incident.problem ?? '',
  })
  const { problem } = values
  const note =
    view.state === 'loading'
      ? 'Problems are loading.'
      : `${isWhole(view) ? '' : 'At least '}${counted(view.items.length, 'problem')}. ${missing}`
  return (
    <FormFrame
      {...form}
      label="Link a problem"
      submit={problem === '' && incident.problem !== undefined ? `Unlink ${incident.problem}` : 'Link problem'}
      command={{ kind: 'link-problem', incident: incident.id, ...(problem !== '' && { problem }) }}
      dirty={dirty}
      reason={problem === '' && incident.problem === undefined ? 'Choose a problem.' : undefined}
      onSend={(wanted) => form.onSend(wanted, sent)}
    >
      <Picker
        label="Problem"
        value={problem}
        options={likeliest(view.items, incident).map(({ id, title, state }) => ({
          value: id,
          label: `${id} ${title}`,
          hint: unknownText(state) ?? state.replaceAll('-', ' '),
        }))}
        onChange={(next) => set({ problem: next })}
        placeholder="Type words of its title"
        note={note}
      />
      {incident.problem !== undefined && problem !== '' && (
        <Button tone="quiet" onClick={() => set({ problem: '' })}>
          No problem
        </Button>
      )}
    </FormFrame>
  )
}
