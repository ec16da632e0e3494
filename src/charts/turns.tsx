import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

interface Turn {
  /** What must be there before it can be drawn. The others wait for it, so that the order stays. */
  readonly prepare: () => Promise<unknown>
  readonly draw: () => void
}

const waiting: Turn[] = []
let running = false

/** A frame, then a task: the browser paints between two charts. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))

async function run(): Promise<void> {
  if (running) return
  running = true
  for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
    await turn.prepare()
    turn.draw()
    await painted()
  }
  running = false
}

function enqueue(turn: Turn): () => void {
  waiting.push(turn)
  void run()
  return () => {
    const at = waiting.indexOf(turn)
    if (at >= 0) waiting.splice(at, 1)
  }
}

const atOnce = () => Promise.resolve()

export interface InTurnProps {
  readonly placeholder: ReactNode
  readonly children: ReactNode
}

/**
 * Draws its children when it is their turn: one chart a task, in the order they stand on the page, so that the first
 * is seen before the rest is drawn and no task grows long.
 */
export function InTurn({ placeholder, children }: InTurnProps) {
  const [ready, setReady] = useState(false)
  useEffect(() => enqueue({ prepare: atOnce, draw: () => setReady(true) }), [])
  return ready ? children : placeholder
}

/** TypeScript cannot subtract a key from a generic: what is left of `P & { placeholder }` without it is `P`. */
const own = <P extends object>(rest: Omit<P & { readonly placeholder: ReactNode }, 'placeholder'>): P =>
  rest as unknown as P

type Loaded<P> = { readonly render: (props: P) => ReactNode } | { readonly failed: unknown }

/**
 * A chart whose code is fetched when its turn comes. Not `lazy` with Suspense: React holds back what replaces a
 * fallback for a third of a second, and would then draw all charts in one task. A failure to fetch is thrown where the
 * chart stands, for the boundary around it.
 */
export function drawnInTurn<P extends object>(load: () => Promise<ComponentType<P>>) {
  return function Chart({ placeholder, ...props }: P & { readonly placeholder: ReactNode }) {
    const [loaded, setLoaded] = useState<Loaded<P>>()
    useEffect(() => {
      let outcome: Loaded<P> | undefined
      const prepare = () =>
        load().then(
          (Component) => {
            outcome = { render: (given) => <Component {...given} /> }
          },
          (failed: unknown) => {
            outcome = { failed }
          },
        )
      return enqueue({ prepare, draw: () => setLoaded(outcome) })
    }, [])
    if (!loaded) return placeholder
    if ('failed' in loaded) throw loaded.failed
    return loaded.render(own<P>(props))
  }
}
