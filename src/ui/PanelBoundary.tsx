import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { FailedState } from './states'

export interface PanelBoundaryProps {
  /** What the panel is called: "The timeline". */
  readonly name: string
  /** What it draws: when that changes, drawing is tried again. */
  readonly of?: unknown
  /** What the words of a failure stand in. */
  readonly frame?: (content: ReactNode) => ReactNode
  readonly children: ReactNode
}

const bare = (content: ReactNode) => content

/** A panel that cannot be drawn costs itself only: says what, why, and offers to try again. */
export const PanelBoundary = ({ name, of, frame = bare, children }: PanelBoundaryProps) => (
  <ErrorBoundary
    resetKeys={[of]}
    fallbackRender={({ error, resetErrorBoundary }) =>
      frame(
        <FailedState
          what={`${name} could not be drawn`}
          where={error instanceof Error ? error.message : String(error)}
          onRetry={resetErrorBoundary}
        />,
      )
    }
  >
    {children}
  </ErrorBoundary>
)
