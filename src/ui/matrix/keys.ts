/** A place in the grid that can have the focus: column 0 holds the names, then come the columns, then the last ones. */
export interface Cursor {
  readonly line: number
  readonly column: number
}

export interface Extent {
  readonly lines: number
  /** With the first and the last ones. */
  readonly columns: number
  /** Lines that Page Up and Page Down go. */
  readonly page: number
}

/** Where a key leads by the ARIA grid pattern, or undefined when it is none of its keys. Nothing wraps. */
export function moved(cursor: Cursor, key: string, control: boolean, extent: Extent): Cursor | undefined {
  const target = jump(cursor, key, control, extent)
  if (target === undefined || extent.lines === 0) return undefined
  return {
    line: Math.max(0, Math.min(target.line, extent.lines - 1)),
    column: Math.max(0, Math.min(target.column, extent.columns - 1)),
  }
}

function jump({ line, column }: Cursor, key: string, control: boolean, extent: Extent): Cursor | undefined {
  switch (key) {
    case 'ArrowDown':
      return { line: line + 1, column }
    case 'ArrowUp':
      return { line: line - 1, column }
    case 'ArrowRight':
      return { line, column: column + 1 }
    case 'ArrowLeft':
      return { line, column: column - 1 }
    case 'PageDown':
      return { line: line + extent.page, column }
    case 'PageUp':
      return { line: line - extent.page, column }
    case 'Home':
      return { line: control ? 0 : line, column: 0 }
    case 'End':
      return { line: control ? extent.lines - 1 : line, column: extent.columns - 1 }
    default:
      return undefined
  }
}
