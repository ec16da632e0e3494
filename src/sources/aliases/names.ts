import type { Id } from '../../domain/units'

/** What one source calls things, and what they are called here: `{ "PAY-SQUAD": "payments" }`. Keys of teams and people go without prefix. */
export interface AliasRules {
  readonly teams?: Readonly<Record<string, string>>
  readonly people?: Readonly<Record<string, string>>
  readonly workloads?: Readonly<Record<string, string>>
}

/** Both directions of one kind of name. */
export interface Naming {
  /** Theirs as ours; what no rule names stays as it is. */
  readonly ours: (id: Id) => Id
  /** All that may be meant by ours: what the rules name, and the same key without a rule. */
  readonly theirs: (id: Id) => readonly Id[]
  /** Whether it is the one of several names of theirs that tells the record. */
  readonly tells: (theirs: Id) => boolean
}

/** The names of parties and of workloads. */
export interface Names {
  readonly party: Naming
  readonly workload: Naming
}

function naming(rules: readonly (readonly [theirs: Id, ours: Id])[]): Naming {
  const toOurs = new Map(rules)
  const toTheirs = new Map<Id, Id[]>()
  for (const [theirs, ours] of rules) toTheirs.set(ours, [...(toTheirs.get(ours) ?? []), theirs])
  return {
    ours: (id) => toOurs.get(id) ?? id,
    theirs: (id) => {
      const named = toTheirs.get(id) ?? []
      // A key that a rule calls something else is not meant by its own name.
      return toOurs.has(id) || named.includes(id) ? named : [...named, id]
    },
    tells: (theirs) => {
      const ours = toOurs.get(theirs)
      return ours === undefined || toTheirs.get(ours)?.[0] === theirs
    },
  }
}

/** The rules as ids: `PAY-SQUAD` of `teams` is `team:PAY-SQUAD`. */
export function namesOf({ teams = {}, people = {}, workloads = {} }: AliasRules): Names {
  const prefixed = (prefix: string, rules: Readonly<Record<string, string>>) =>
    Object.entries(rules).map(([theirs, ours]) => [prefix + theirs, prefix + ours] as const)
  return {
    party: naming([...prefixed('team:', teams), ...prefixed('person:', people)]),
    workload: naming(Object.entries(workloads)),
  }
}
