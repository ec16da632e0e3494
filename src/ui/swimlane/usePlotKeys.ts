import { type KeyboardEvent, useState } from 'react'
import type { Mark } from './hit'
import type { Stage } from './stage'

/** Where the keyboard is: a lane, and a mark in it once one was chosen. */
export interface Cursor {
  readonly lane: number
  readonly mark?: Mark
}

/** Said to screen readers, and shown in the help of the plot. */
export const keyHelp =
  'Arrow left and right move in time, plus and minus zoom, 0 shows all. Arrow up and down choose a lane, N and P the next and previous mark in it, Enter opens it.'

/** Keys of the plot. Returns the cursor and what to do on a key. */
export function usePlotKeys(
  stage: Stage,
  lanes: number,
  onOpen: (mark: Mark) => void,
  onCursor: (cursor: Cursor) => void,
) {
  const [cursor, setCursor] = useState<Cursor>({ lane: 0 })

  const put = (next: Cursor) => {
    setCursor(next)
    stage.focus(next.mark)
    onCursor(next)
  }
  const toLane = (step: number) => put({ lane: Math.min(Math.max(cursor.lane + step, 0), lanes - 1) })
  const toMark = (step: 1 | -1) => {
    const mark = stage.next(cursor.lane, cursor.mark, step)
    if (!mark) return
    const { start } = stage.shown.content.bars
    const at = mark.column === 'bars' ? start[mark.at] : stage.shown.content.points.at[mark.at]
    const { from, to } = stage.look().span
    if (at !== undefined && (at < from || at > to)) stage.go({ from: at - (to - from) / 2, to: at + (to - from) / 2 })
    put({ lane: cursor.lane, mark })
  }
  const act: Readonly<Record<string, (wide: boolean) => void>> = {
    ArrowLeft: (wide) => stage.pan(wide ? -0.5 : -0.1),
    ArrowRight: (wide) => stage.pan(wide ? 0.5 : 0.1),
    ArrowUp: () => toLane(-1),
    ArrowDown: () => toLane(1),
    '+': () => stage.zoom(0.7),
    '=': () => stage.zoom(0.7),
    '-': () => stage.zoom(1 / 0.7),
    _: () => stage.zoom(1 / 0.7),
    '0': () => stage.go(stage.shown.limits),
    Home: () => stage.pan(-1e6),
    End: () => stage.pan(1e6),
    n: () => toMark(1),
    p: () => toMark(-1),
    Enter: () => cursor.mark && onOpen(cursor.mark),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = act[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action(event.shiftKey)
  }
  return { cursor, onKeyDown }
}
