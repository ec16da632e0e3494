import { letterOfWord, type Letter, readCell } from './raciLetters'
import type { Known, Layout, SheetRow } from './raciSheet'
import { plainName } from './near'

const activityWords =
  /^(activity|activities|task|tasks|process|deliverable|step|work item|action|decision|procedure)( name)?$/
const workloadWords = /^(workload|service|application|app|system|component|product|workload name)$/
const idWords = /^(id|activity id|key)$/
const partyWords = /^(party|parties|team|teams|person|people|role|roles|stakeholder|who|owner|member|name)$/

/** Columns that tables of ownership often have and that hold no letters, our own exports among them. */
const otherWords =
  /^(tier|kind|owned|placeholders|not recorded|no owner because|observed|gaps|excused|requested|automation|review due|description|notes?|comments?|remarks?|due|due date|status|phase|priority|no|nr|number|category)$/

export type Part = 'activity' | 'workload' | 'id' | 'other'

/** What a column is for by its name alone. */
export function partOf(label: string): Part | undefined {
  const plain = plainName(label)
  if (activityWords.test(plain)) return 'activity'
  if (workloadWords.test(plain)) return 'workload'
  if (idWords.test(plain)) return 'id'
  return otherWords.test(plain) ? 'other' : undefined
}

/** The role that a header names: `Accountable`, `A`, `R - Responsible`, `Responsible (R)`, `Contributors`. */
export function roleOf(label: string): Letter | undefined {
  const tokens = plainName(label).split(' ')
  const letters = new Set(
    tokens.flatMap((token) => letterOfWord(token) ?? readCell(token.length === 1 ? token : '').marks[0]?.letter ?? []),
  )
  const strange = tokens.some((token) => token.length > 1 && letterOfWord(token) === undefined)
  const [only, another] = letters
  return strange || another !== undefined ? undefined : only
}

const shareOf = (texts: readonly string[], holds: (text: string) => boolean): number => {
  const said = texts.filter((text) => text.trim() !== '')
  return said.length === 0 ? 0 : said.filter(holds).length / said.length
}

/** The share of cells that are letters. */
export const letterShare = (texts: readonly string[]): number =>
  shareOf(texts, (text) => {
    const { fault, marks, observed } = readCell(text)
    return fault === undefined && marks.length + observed > 0
  })

/** How the table lies, told by its header, its first column, and which names are known. */
export function layoutOf(header: SheetRow, below: readonly SheetRow[], known: Known): Layout {
  const across = header.cells.slice(1)
  const roleHeads = across.filter((cell) => roleOf(cell) !== undefined && !known.party(cell))
  const hasOwner = roleHeads.some((cell) => roleOf(cell) === 'A' || roleOf(cell) === 'R' || roleOf(cell) === 'D')
  if (roleHeads.length >= 2 && hasOwner) return 'roles-across'
  const down = below.slice(0, 200).map(({ cells }) => cells[0] ?? '')
  const isActivity = (text: string) => known.activity(text)
  const isParty = (text: string) => known.party(text)
  const upright = shareOf(across, isParty) + shareOf(down, isActivity)
  const turned = shareOf(across, isActivity) + shareOf(down, isParty)
  if (upright !== turned) return turned > upright ? 'activities-across' : 'parties-across'
  const corner = plainName(header.cells[0] ?? '')
  return partyWords.test(corner) && !header.cells.some((cell) => partOf(cell) === 'activity')
    ? 'activities-across'
    : 'parties-across'
}
