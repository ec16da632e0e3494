import { useMemo, useState } from 'react'
import type { Ownership } from '../../../../domain/coverage'
import type { Party } from '../../../../domain/ownership'
import { directoryOf, type RaciDirectory } from '../../../../domain/tables/raciDirectory'
import { readSheet } from '../../../../domain/tables/raciEntries'
import type { Scheme } from '../../../../domain/tables/raciLetters'
import { planOf } from '../../../../domain/tables/raciPlan'
import type { Extent, RaciPlan, RaciRow, Support } from '../../../../domain/tables/raciRow'
import type { Layout, RaciSheet } from '../../../../domain/tables/raciSheet'
import type { Id } from '../../../../domain/units'
import { type Delimiter, type ReadText, readText } from './text'

/** How the table is to be read. Absent: told by the table itself. */
export interface Settings {
  readonly delimiter?: Delimiter
  readonly layout?: Layout
  readonly scheme?: Scheme
  readonly support: Support
  readonly extent: Extent
}

export interface Importing {
  readonly read: ReadText
  readonly sheet: RaciSheet
  readonly plan: RaciPlan
  readonly directory: RaciDirectory
  readonly settings: Settings
  readonly change: (patch: Partial<Settings>) => void
  /** What the person said a name means; null: it is left out; undefined: nothing yet. */
  readonly meant: (name: string) => Id | null | undefined
  readonly mean: (names: readonly string[], id: Id | null | undefined) => void
  /** The same for activities, by key of the entry. */
  readonly meantActivity: (key: string) => Id | null | undefined
  readonly meanActivity: (keys: readonly string[], id: Id | null | undefined) => void
  readonly isChosen: (row: RaciRow) => boolean
  readonly choose: (rows: readonly RaciRow[], chosen: boolean) => void
}

/** Whether a row has anything to be sent. */
export const canChoose = ({ state, steps }: RaciRow): boolean =>
  steps.length > 0 && (state === 'new' || state === 'changed' || state === 'conflict')

type Meant = ReadonlyMap<string, Id | null>

const decided = (meant: Meant): ReadonlyMap<string, Id | undefined> =>
  new Map([...meant].map(([name, id]) => [name, id ?? undefined]))

const withMeaning = (meant: Meant, names: readonly string[], id: Id | null | undefined): Meant => {
  const next = new Map(meant)
  for (const name of names)
    if (id === undefined) next.delete(name)
    else next.set(name, id)
  return next
}

/** Reads a text as a table of responsibilities and compares it with what is recorded. Writes nothing. */
export function useImport(text: string, ownership: Ownership, parties: readonly Party[]): Importing {
  const [settings, setSettings] = useState<Settings>({ support: 'note', extent: 'listed' })
  const [names, setNames] = useState<Meant>(new Map())
  const [activities, setActivities] = useState<Meant>(new Map())
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const directory = useMemo(() => directoryOf(ownership, parties), [ownership, parties])
  const read = useMemo(() => readText(text, settings.delimiter), [text, settings.delimiter])
  const sheet = useMemo(
    () => readSheet(read.rows, directory.known, settings.layout),
    [read.rows, directory, settings.layout],
  )
  const plan = useMemo(() => {
    const { support, extent, scheme } = settings
    const said = { parties: decided(names), activities: decided(activities) }
    return planOf(sheet, ownership, directory, { support, extent, ...said, ...(scheme && { scheme }) })
  }, [sheet, ownership, directory, settings, names, activities])
  return {
    read,
    sheet,
    plan,
    directory,
    settings,
    change: (patch) => setSettings({ ...settings, ...patch }),
    meant: (name) => names.get(name),
    mean: (all, id) => setNames(withMeaning(names, all, id)),
    meantActivity: (key) => activities.get(key),
    meanActivity: (all, id) => setActivities(withMeaning(activities, all, id)),
    // A contradiction is sent only by somebody who looked at it.
    isChosen: (row) => canChoose(row) && (chosen.get(row.entry.key) ?? row.state !== 'conflict'),
    choose: (rows, yes) => setChosen(new Map([...chosen, ...rows.map((row) => [row.entry.key, yes] as const)])),
  }
}
