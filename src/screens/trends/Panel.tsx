import type { ReactNode } from 'react'
import type { SummaryView } from '../../data'
import { Card, FailedState, PanelBoundary, Skeleton } from '../../ui'
import { Settling } from './Settling'

export interface PanelProps {
  readonly title: string
  readonly sub: string
  readonly view: Pick<SummaryView, 'state' | 'missing' | 'retry'> & Partial<Pick<SummaryView, 'outdated'>>
  readonly className: string | undefined
  /** Lines of the skeleton, so that nothing jumps when the figures come. */
  readonly rows: number
  readonly children: () => ReactNode
}

/** The place of one figure: a skeleton of its shape, the reason it could not be read, or the figure, which stands until the next one is there. */
export function Panel({ title, sub, view, className, rows, children }: PanelProps) {
  const framed = (content: ReactNode) => (
    <Card title={title} sub={sub} {...(className !== undefined && { className })}>
      {content}
    </Card>
  )
  if (view.state === 'loading') return framed(<Skeleton label={`Counting: ${title}`} rows={rows} />)
  if (view.state === 'failed')
    return framed(
      <FailedState
        what={`${title} could not be counted`}
        where={view.missing.map(({ source, error }) => `${source}: ${error.message}`).join('; ')}
        onRetry={view.retry}
      />,
    )
  return (
    <PanelBoundary name={title} frame={framed}>
      <Settling waits={view.outdated ?? false}>
        <Drawn draw={children} />
      </Settling>
    </PanelBoundary>
  )
}

/** Draws inside the boundary, so that a fault in a view model costs this panel only. */
const Drawn = ({ draw }: { readonly draw: () => ReactNode }) => draw()
