import {
  type Activity,
  activityKinds,
  type Assignment,
  type Document,
  risks,
  type Role,
  roles,
  type Workload,
} from '../../../domain/ownership'
import { type Id, type Open, openValue, unknownText } from '../../../domain/units'
import { assignmentId } from '../table/shapesOwnership'
import { type Directory, teamKey } from './parties'
import type { WrittenActivity, WrittenHolder, WrittenWorkload } from './written'

export const workloadOf = ({ owners: _owners, name, team, ...rest }: WrittenWorkload): Workload => ({
  ...rest,
  name: name ?? rest.id,
  ...(team !== undefined && { team: teamKey(team) }),
})

/** `Restore the database` → `restore-the-database`. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

export const activityId = (workload: Id, { id, name }: Pick<WrittenActivity, 'id' | 'name'>): Id =>
  id ?? `${workload}/${slug(name)}`

/** A word of the vocabulary, or one kept as unknown; `unknown:` before it says so already. */
const open = <T extends string>(words: readonly T[], written: string): Open<T> => {
  const unknown = unknownText(written)
  return unknown === undefined ? openValue(words, written) : `unknown:${unknown}`
}

/** What could not be looked up, and where it stands within the activity. */
export interface Unknown {
  readonly path: readonly (string | number)[]
  readonly reason: string
}

export interface Duty {
  readonly activity: Activity
  readonly assignments: readonly Assignment[]
  readonly unknown: readonly Unknown[]
}

interface Context {
  readonly workload: WrittenWorkload
  readonly directory: Directory
  readonly runbooks: ReadonlyMap<string, Document>
  readonly isPlaceholder: (text: string) => boolean
}

/** A shared runbook is named by its key; a text that is none stays what it was read as. */
const shared = (document: Document | undefined, runbooks: ReadonlyMap<string, Document>): Document | undefined =>
  document?.placeholder === undefined ? document : (runbooks.get(document.placeholder) ?? document)

function assignment(
  activity: Id,
  role: Role,
  holder: WrittenHolder,
  claim: Assignment['claim'],
  { directory, isPlaceholder }: Context,
): Assignment | { readonly reason: string } {
  const { party, placeholder, id, ...rest } = holder
  const missing = placeholder ?? (party !== undefined && isPlaceholder(party) ? party : undefined)
  const make = (who: string, held: { readonly party: Id } | { readonly placeholder: string }): Assignment => ({
    id: id ?? assignmentId(activity, role, who, claim === 'observed'),
    activity,
    role,
    ...held,
    claim,
    ...rest,
  })
  if (missing !== undefined) return make(missing, { placeholder: missing })
  if (party === undefined) return { reason: 'It names neither a party nor a placeholder. Write one of them.' }
  const found = directory.find(party)
  return 'reason' in found ? found : make(found.id, { party: found.id })
}

/** An activity as written becomes the record and its assignments. Names that cannot be looked up are given back. */
export function dutyOf(written: WrittenActivity, context: Context): Duty {
  const { workload, directory, runbooks } = context
  const { A, R, V, C, I, observed, kind = 'process', risk, runbook, playbook, review, ...rest } = written
  const id = activityId(workload.id, written)
  const unknown: Unknown[] = []
  const assignments: Assignment[] = []
  const give = (role: Role, holder: WrittenHolder, claim: Assignment['claim'], path: Unknown['path']) => {
    const made = assignment(id, role, holder, claim, context)
    if ('reason' in made) unknown.push({ path, reason: made.reason })
    else assignments.push(made)
  }
  const own = { A, R, V, C, I }
  for (const role of roles) {
    own[role].forEach((holder, index) => give(role, holder, 'declared', [role, index]))
    if (own[role].length === 0 && written.noOwnerBecause === undefined)
      for (const holder of workload.owners?.[role] ?? [])
        give(role, { inheritedFrom: workload.id, ...holder }, 'declared', [role])
  }
  observed.forEach(({ role, ...holder }, index) => give(role, holder, 'observed', ['observed', index]))

  const lookUp = (names: readonly string[], field: string): readonly Id[] =>
    names.flatMap((name, index) => {
      const found = directory.find(name)
      if ('id' in found) return [found.id]
      unknown.push({ path: ['review', field, index], reason: found.reason })
      return []
    })
  const rules = review && {
    ...review,
    reviewers: lookUp(review.reviewers, 'reviewers'),
    approvers: lookUp(review.approvers, 'approvers'),
  }
  const runbookMeant = shared(runbook, runbooks)
  const playbookMeant = shared(playbook, runbooks)
  const activity: Activity = {
    ...rest,
    id,
    workload: workload.id,
    kind: open(activityKinds, kind),
    ...(risk !== undefined && { risk: open(risks, risk) }),
    ...(runbookMeant && { runbook: runbookMeant }),
    ...(playbookMeant && { playbook: playbookMeant }),
    ...(rules && { review: rules }),
  }
  return { activity, assignments, unknown }
}
