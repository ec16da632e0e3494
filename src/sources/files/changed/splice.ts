import { itemYaml } from '../ownership/write'

/** A list item of a YAML text: the line it begins on, from 1, and what is to stand there. */
export interface Replacement {
  readonly line: number
  readonly item: object
}

const blank = (line: string): boolean => line.trim() === ''
const indentOf = (line: string): number => line.length - line.trimStart().length

/**
 * Puts items in the place of others and leaves every other line as it is. Undefined where an item is not written as a
 * block of lines that begins with its dash.
 */
export function splice(text: string, replacements: readonly Replacement[]): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(end)
  // From the bottom up, so that the lines above stay where they are.
  for (const { line, item } of replacements.toSorted((left, right) => right.line - left.line)) {
    const start = line - 1
    const indent = /^( *)- /.exec(lines[start] ?? '')?.[1]
    if (indent === undefined) return undefined
    let next = start + 1
    while (next < lines.length && (blank(lines[next] ?? '') || indentOf(lines[next] ?? '') > indent.length)) next += 1
    while (next > start + 1 && blank(lines[next - 1] ?? '')) next -= 1
    lines.splice(start, next - start, ...itemYaml(item, indent).split('\n'))
  }
  return lines.join(end)
}
