/** Drawings of numbers. The only room that knows recharts, which is fetched with the first chart that needs it. */
import { drawnInTurn } from './turns'

export type { BarsModel, BarSignal, BlankStretch, LevelStretch, PeriodBar } from './bars'
export { ChartFrame } from './ChartFrame'
export { DotStrip, type StripDot } from './DotStrip'
export type { FigureTable } from './Figures'
export { HourWeek } from './HourWeek'
export { Legend } from './Legend'
export { MarkLinkProvider } from './MarkLink'
export { severityLooks } from './severity'
export type { ShareCurve, ShareModel } from './share'
export { Sparkline } from './Sparkline'
export { InTurn } from './turns'

/** Fetches the code of the first chart, to have it by the time its numbers are there. */
export const loadWeeklyBars = () => import('./WeeklyBars')

export const WeeklyBars = drawnInTurn(async () => (await loadWeeklyBars()).WeeklyBars)
export const ShareWithin = drawnInTurn(async () => (await import('./ShareWithin')).ShareWithin)
