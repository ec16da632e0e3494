/** Drawings of numbers. The only room that knows recharts, which is fetched with the first chart that needs it. */
import { drawnInTurn } from './turns'

export {
  type BarsModel,
  type BarSignal,
  type BlankStretch,
  type Happening,
  type HappeningKind,
  happenings,
  type LevelStretch,
  type PeriodBar,
  type SeriesLook,
} from './bars'
export { ChartFrame } from './ChartFrame'
export { type ChartScope, ChartScopeProvider } from './ChartScope'
export { DotStrip, type StripDot } from './DotStrip'
export type { FigureTable } from './Figures'
export { HourWeek } from './HourWeek'
export { Legend } from './Legend'
export { MarkLinkProvider } from './MarkLink'
export { groupLooks } from './groups'
export { HappenedGlyph } from './Happened'
export { severityLooks } from './severity'
export type { ShareCurve, ShareModel } from './share'
export { Sparkline } from './Sparkline'
export { InTurn } from './turns'

/** Fetches the code of the first chart, to have it by the time its numbers are there. */
export const loadWeeklyBars = () => import('./WeeklyBars')

export const WeeklyBars = drawnInTurn(async () => (await loadWeeklyBars()).WeeklyBars)
export const ShareWithin = drawnInTurn(async () => (await import('./ShareWithin')).ShareWithin)
export const ControlPoints = drawnInTurn(async () => (await import('./ControlPoints')).ControlPoints)
