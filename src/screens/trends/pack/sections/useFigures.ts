import type { SummaryView } from '../../../../data'
import type { Clock } from '../../../../domain/incident'
import { bootstrapSource, shareSource } from '../../figures/words'
import { actionsFigure, judge, type Work } from '../../model/actions'
import { countFigure, lengthFigure } from '../../model/figures'
import { actionsWords, countWords, lengthWords, severe } from '../../model/headWords'
import { figureColumns, figureRow, missingFigure, type Told } from '../model/figureRows'
import { type Section, withoutRows } from '../model/section'
import { type Given, type MeasuredView, useMeasured } from './useMeasured'
import type { useShares } from './useShares'

const title = 'Figures and verdicts'
const clocks = ['acknowledge', 'mitigate', 'resolve'] as const satisfies readonly Clock[]
const quantiles = [
  ['Median', 0.5],
  ['p90', 0.9],
] as const

export interface FiguresGiven extends Given {
  /** By severity, measuring the time to resolve. */
  readonly resolve: MeasuredView
  readonly shares: ReturnType<typeof useShares>
  /** Undefined while it is being read, or where nobody tells of it. */
  readonly work: readonly Work[] | undefined
}

function lengths({ scope }: Given, clock: Clock, { question, view, state, now, was }: MeasuredView): readonly Told[] {
  return quantiles.map(([name, p]) => {
    const label = `${name} time to ${clock}`
    const words = { ...lengthWords(clock, p), source: bootstrapSource }
    if (state !== 'ready')
      return { figure: { ...missingFigure(label, 'could not be counted'), ...words }, to: undefined }
    const figure = lengthFigure(label, p, now, was, `no source here records it: time to ${clock}`)
    return {
      figure: { ...figure, ...words },
      to: view.summary.cells.length > 0 ? scope.recordsAt(question, { reading: ['closed'] }) : undefined,
    }
  })
}

/** The head figures with what they are judged by, and what was asked for them. */
export function useFigures(given: FiguresGiven): { readonly section: Section; readonly views: readonly SummaryView[] } {
  const { scope, resolve, shares, work } = given
  const { span, before } = scope
  const acknowledge = useMeasured(given, ['severity'], { clock: 'acknowledge' })
  const mitigate = useMeasured(given, ['severity'], { clock: 'mitigate' })
  const timed = { acknowledge, mitigate, resolve }
  const views = [acknowledge.view, mitigate.view]
  const states = [resolve.state, acknowledge.state, mitigate.state, ...shares.states]
  if (resolve.state !== 'ready' || states.includes('loading')) {
    const state = resolve.state === 'ready' ? 'loading' : resolve.state
    return { section: withoutRows('figures', title, { state, missing: resolve.view.missing }, 'incidents'), views }
  }
  const counting = { ...countWords, source: bootstrapSource }
  const all = scope.question([])
  const worst = scope.question(['severity'])
  const actions = work
    ? actionsFigure(judge(work, span), before && judge(work, before))
    : missingFigure('Actions done on time', 'no source here tells of it')
  const told: readonly Told[] = [
    {
      figure: { ...countFigure('Incidents', resolve.now, resolve.was, span.step), ...counting },
      to: scope.recordsAt(all),
    },
    {
      figure: { ...countFigure('SEV1 and SEV2', resolve.now, resolve.was, span.step, severe), ...counting },
      to: scope.recordsAt(worst, { severity: severe }),
    },
    ...clocks.flatMap((clock) => lengths(given, clock, timed[clock])),
    shares.shares.reopened,
    shares.shares.cameBack,
    shares.shares.owner,
    shares.shares.reviews,
    { figure: { ...actions, ...actionsWords, source: shareSource }, to: undefined },
  ]
  return {
    section: {
      key: 'figures',
      title,
      state: 'ready',
      told: [],
      columns: figureColumns,
      rows: told.map(({ figure, to }) => figureRow(figure, to)),
      figures: told.map(({ figure }) => figure),
    },
    views,
  }
}
