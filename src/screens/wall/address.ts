import { type Severity, severity } from '../../domain/incident'
import type { Viewing } from '../../domain/wall/type'
import { lengthBetween, readWishes, type Wishes, wishKeys } from './wishes'

/** A part of the address that means nothing here. It is told, and left out. */
export interface Wrong {
  readonly key: string
  readonly text: string
  /** What would mean something, or why it has no effect. */
  readonly because: string
}

/** What the address of the wall asks for. */
export interface Parameters extends Wishes {
  /** Nothing that is only there for a hand: no way back, no keys told, no pointer. */
  readonly kiosk: boolean
  readonly theme?: 'light' | 'dark'
  /** Seconds after which data is asked for anew; looks that are made anyway go on. */
  readonly refresh?: number
  /** Ids or names. */
  readonly teams: readonly string[]
  readonly severities: readonly (Severity | 0)[]
  readonly viewing?: Viewing
  /** The rule of the event that must come again and again. */
  readonly heartbeat?: string
  readonly initials: boolean
  /** Nothing can be changed from here, whatever sources take. */
  readonly readOnly: boolean
  /** Keeps the screen on where the browser lets it. */
  readonly wake: boolean
}

const diagonalUsual = 55

const yes = /^(|1|true|yes|on|tv|full)$/i
const no = /^(0|false|no|off)$/i

const listOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

function knownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    return true
  } catch {
    return false
  }
}

const severityOf = (text: string): Severity | 0 | undefined => {
  const number = Number(text.replace(/^sev/i, ''))
  return number === 0 ? 0 : severity(number)
}

/** `now` is read by the demo, before any view. */
const known = new Set([
  ...'kiosk theme zone refresh team severity distance diagonal heartbeat privacy readonly wake now'.split(' '),
  ...wishKeys,
])

/** Reads the query of the address. Whatever means nothing is left out and told. */
export function readParameters(search: string): { readonly parameters: Parameters; readonly wrong: readonly Wrong[] } {
  const query = new URLSearchParams(search)
  const wrong: Wrong[] = []
  const tell = (key: string, because: string) => void wrong.push({ key, text: query.get(key) ?? '', because })
  const flag = (key: string): boolean => {
    const text = query.get(key)
    if (text === null || no.test(text)) return false
    if (!yes.test(text)) tell(key, 'on or off')
    return yes.test(text)
  }
  const between = (key: string, least: number, most: number, unit: string): number | undefined => {
    const text = query.get(key)
    if (text === null) return undefined
    const number = Number(text)
    if (text.trim() !== '' && number >= least && number <= most) return number
    tell(key, `${least} to ${most} ${unit}`)
    return undefined
  }
  const reading = { query, tell, flag }
  const refresh = lengthBetween(reading, 'refresh', [2_000, 600_000], '2s to 10m, such as 5s')
  const theme = query.get('theme')
  const named = theme === 'light' || theme === 'dark' ? theme : undefined
  if (theme !== null && theme !== 'system' && named === undefined) tell('theme', 'light, dark or system')
  const zone = query.get('zone')
  if (zone !== null && !knownZone(zone)) tell('zone', 'a zone such as Europe/Oslo')
  const privacy = query.get('privacy')
  if (privacy !== null && privacy !== 'initials' && privacy !== 'off') tell('privacy', 'initials or off')
  const distance = between('distance', 0.5, 30, 'metres')
  const diagonal = between('diagonal', 5, 250, 'inches')
  if (diagonal !== undefined && distance === undefined) tell('diagonal', 'needs a distance')
  const heartbeat = query.get('heartbeat')?.trim()
  const severities = listOf(query.get('severity'))
  if (severities.some((each) => severityOf(each) === undefined)) tell('severity', '1 to 5, or 0 for unknown')
  for (const key of new Set(query.keys())) if (!known.has(key)) tell(key, 'not known here')
  return {
    wrong,
    parameters: {
      ...readWishes(reading),
      kiosk: flag('kiosk'),
      initials: privacy === 'initials',
      readOnly: flag('readonly'),
      wake: flag('wake'),
      teams: listOf(query.get('team')),
      severities: severities.flatMap((each) => severityOf(each) ?? []),
      ...(named && { theme: named }),
      ...(refresh !== undefined && { refresh: refresh / 1000 }),
      ...(distance !== undefined && { viewing: { distance, diagonal: diagonal ?? diagonalUsual } }),
      ...(heartbeat && { heartbeat }),
    },
  }
}
