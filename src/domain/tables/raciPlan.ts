import type { Ownership } from '../coverage'
import { compare, type Compared } from './raciCompare'
import type { RaciDirectory } from './raciDirectory'
import { type Letter, letterRoles, readCell, type Scheme, schemeOf } from './raciLetters'
import type { RaciChoices, RaciLetter, RaciPlan, RaciRow, RowState } from './raciRow'
import type { RaciEntry, RaciFault, RaciSheet } from './raciSheet'

/** The note behind a letter without what Watchbill itself writes there. */
const ownNote = (note: string | undefined): string | undefined => {
  const rest = (note ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('from '))
  return rest.length === 0 ? undefined : rest.join('; ')
}

interface Reading {
  readonly letters: readonly RaciLetter[]
  readonly faults: readonly RaciFault[]
  readonly notes: readonly string[]
  readonly unknown: readonly string[]
}

/** Turns the cells of an entry into letters of parties. Nothing is dropped without a fault or a note. */
function readEntry(entry: RaciEntry, scheme: Scheme, choices: RaciChoices, directory: RaciDirectory): Reading {
  const letters: RaciLetter[] = []
  const faults: RaciFault[] = [...entry.faults]
  const notes: string[] = []
  const unknown: string[] = []
  for (const { line, column, party: written, text } of entry.cells) {
    const { marks, observed, fault } = readCell(text)
    const wrong = (said: string) => faults.push({ line, column, text: said })
    if (fault !== undefined) {
      wrong(`${fault}. Write one of ${Object.keys(letterRoles[scheme]).join(', ')}, several apart with a comma.`)
      continue
    }
    if (observed > 0) notes.push(`${written}: ${observed} observed, not taken as declared`)
    if (marks.length === 0) continue
    const decided = choices.parties.has(written)
    const party = decided ? choices.parties.get(written) : directory.party(written)
    if (party === undefined && decided) {
      notes.push(`${written}: ${text} left out, as you chose`)
      continue
    }
    if (party === undefined) {
      unknown.push(written)
      wrong(`No team or person “${written}” is known, or more than one. Say who is meant.`)
      continue
    }
    for (const { letter, note: behind } of marks) {
      const role = letterRoles[scheme][letter]
      if (role === undefined) {
        wrong(`${letter} is no letter of ${scheme.toUpperCase()}. Choose the family of letters, or mend the cell.`)
        continue
      }
      const said = ownNote(behind)
      const holder = said === undefined ? undefined : directory.party(said)
      const note = holder === undefined ? said : undefined
      if (note !== undefined) notes.push(`${written}, ${letter}: ${note}`)
      const base = { letter, party: holder ?? party, ...(note !== undefined && { note }) }
      if (role !== 'support') letters.push({ ...base, role })
      else {
        notes.push(`${written} supports (S)`)
        letters.push(
          choices.support === 'note' ? base : { ...base, role: choices.support === 'responsible' ? 'R' : 'C' },
        )
      }
    }
  }
  return { letters, faults, notes, unknown }
}

const unclear = (entry: RaciEntry, found: number): RaciFault => ({
  line: entry.line,
  text:
    found > 1
      ? `“${entry.name}” is the name of ${found} activities. Say which, or add a column Workload or Id.`
      : `No activity “${entry.name}”${entry.workload === undefined ? '' : ` of ${entry.workload}`} is known. Say which is meant.`,
})

/** All letters of a table, whatever is wrong around them. */
const lettersIn = (sheet: RaciSheet): ReadonlySet<Letter> =>
  new Set(
    sheet.entries.flatMap(({ cells }) => cells.flatMap(({ text }) => readCell(text).marks.map((mark) => mark.letter))),
  )

/** Where else the activity stands, when it does. */
function againText(all: readonly { readonly entry: RaciEntry }[], entry: RaciEntry): readonly string[] {
  if (all.length < 2) return []
  const other = all[0]?.entry === entry ? all[1]?.entry : all[0]?.entry
  const more = all.length > 2 ? ` and ${all.length - 2} more` : ''
  return [`The activity stands in ${other?.key ?? ''}${more} too`]
}

/** What a table would change, row by row. Pure: nothing is written. */
export function planOf(
  sheet: RaciSheet,
  ownership: Pick<Ownership, 'byId' | 'party'>,
  directory: RaciDirectory,
  choices: RaciChoices,
): RaciPlan {
  const scheme = choices.scheme ?? schemeOf(lettersIn(sheet))
  const unknownParties = new Set<string>()
  const unknownActivities: RaciEntry[] = []
  const covered = new Set(sheet.parties.flatMap((name) => (choices.parties.get(name) ?? directory.party(name)) || []))
  const roles = sheet.letters && new Set([...sheet.letters].flatMap((letter) => letterRoles[scheme][letter] ?? []))
  const drafts = sheet.entries.map((entry) => {
    const read = readEntry(entry, scheme, choices, directory)
    for (const name of read.unknown) unknownParties.add(name)
    const decided = choices.activities.has(entry.key)
    const id = choices.activities.get(entry.key)
    const found = decided ? [] : directory.activities(entry)
    const standing = id === undefined ? (found.length === 1 ? found[0] : undefined) : ownership.byId.get(id)
    const isLeftOut = decided && id === undefined
    const isLost = !standing && !isLeftOut && entry.cells.length > 0 && entry.name !== ''
    if (isLost) unknownActivities.push(entry)
    return { entry, read, standing, isLeftOut, lost: isLost ? [unclear(entry, found.length)] : [] }
  })
  const named = Map.groupBy(drafts, ({ standing }) => standing?.activity.id)
  const rows = drafts.map(({ entry, read, standing, isLeftOut, lost }): RaciRow => {
    const { letters, notes } = read
    const faults = [...lost, ...read.faults]
    const base = { entry, letters, ...(standing && { standing }) }
    if (isLeftOut) return { ...base, state: 'left-out', steps: [], faults: [], notes: ['Left out, as you chose'] }
    if (faults.length > 0 || !standing) {
      const state = faults.length > 0 ? 'unreadable' : 'empty'
      return { ...base, state, steps: [], faults, notes }
    }
    const again = againText(named.get(standing.activity.id) ?? [], entry)
    const compared: Compared = compare(letters, standing, {
      extent: choices.extent,
      covered,
      party: ownership.party,
      ...(roles && { roles }),
    })
    const state = again.length > 0 && compared.state !== 'empty' ? 'conflict' : compared.state
    return { ...base, state, steps: compared.steps, faults, notes: [...again, ...compared.notes, ...notes] }
  })
  const count = (state: RowState) => rows.filter((row) => row.state === state).length
  return {
    scheme,
    rows,
    counts: {
      new: count('new'),
      changed: count('changed'),
      conflict: count('conflict'),
      same: count('same'),
      empty: count('empty'),
      unreadable: count('unreadable'),
      'left-out': count('left-out'),
    },
    unknownParties: [...unknownParties],
    unknownActivities,
  }
}
