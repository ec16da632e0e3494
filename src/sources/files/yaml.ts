import {
  constructFromEvents,
  CORE_SCHEMA,
  type Event,
  EVENT_ID,
  getScalarValue,
  mergeTag,
  parseEvents,
  YAMLException,
} from 'js-yaml'
import { FileFault } from './sink'

/** A way into a document: keys and positions from its root. */
export type Path = readonly (string | number)[]

/** A parsed YAML or JSON text that still knows where everything stood. */
export interface Located {
  /** One value a document; a file without `---` has one. */
  readonly documents: readonly unknown[]
  /** Line, from 1, of the value at the path in that document, or of its nearest parent. */
  readonly lineOf: (document: number, path: Path) => number
}

const schema = CORE_SCHEMA.withTags(mergeTag)
/** Aliases multiply what is walked; hand-written files have a few. */
const maxAliases = 1_000

const keyOf = (path: Path): string => JSON.stringify(path)

/** Walks the parser's events and notes the offset at which each value begins. */
function offsets(events: readonly Event[], source: string): readonly Map<string, number>[] {
  const documents: Map<string, number>[] = []
  const open: { readonly map: boolean; key: string | undefined; index: number }[] = []
  const here = (): Path => open.slice(1).map((level) => (level.map ? (level.key ?? '') : level.index))
  const began = (at: number) => {
    const top = open.at(-1)
    if (top && !top.map) top.index += 1
    documents.at(-1)?.set(keyOf(here()), at)
  }
  const ended = () => {
    const top = open.at(-1)
    if (top?.map) top.key = undefined
  }
  for (const event of events)
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents.push(new Map())
        open.push({ map: false, key: undefined, index: -1 })
        break
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        began(event.start)
        open.push({ map: event.type === EVENT_ID.MAPPING, key: undefined, index: -1 })
        break
      case EVENT_ID.SCALAR: {
        const top = open.at(-1)
        if (top?.map && top.key === undefined) {
          top.key = getScalarValue(source, event)
          // The key's line is where a person looks; the value may begin lines below.
          documents.at(-1)?.set(keyOf(here()), event.valueStart)
        } else {
          if (!top?.map) began(event.valueStart)
          ended()
        }
        break
      }
      case EVENT_ID.ALIAS: {
        const top = open.at(-1)
        if (!top?.map) began(event.anchorStart)
        else if (top.key === undefined) top.key = '*'
        else ended()
        break
      }
      case EVENT_ID.POP:
        open.pop()
        ended()
        break
    }
  return documents
}

/** Reads YAML (and so JSON). Throws a FileFault with the line for broken text, too deep nesting, too many aliases. */
export function readYaml(source: string, maxDepth: number): Located {
  let events: Event[]
  let documents: unknown[]
  try {
    events = parseEvents(source, { maxDepth })
    documents = constructFromEvents(events, { source, schema, maxAliases })
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause
    const line = cause.mark === undefined ? undefined : cause.mark.line + 1
    throw new FileFault(`It is not well-formed: ${cause.reason}. Mend the file there.`, line, { cause })
  }
  let index: readonly Map<string, number>[] | undefined
  return {
    documents,
    lineOf: (document, path) => {
      index ??= offsets(events, source)
      for (let length = path.length; length >= 0; length -= 1) {
        const at = index[document]?.get(keyOf(path.slice(0, length)))
        if (at !== undefined) return source.slice(0, at).split('\n').length
      }
      return 1
    },
  }
}

/** Whether a value is nested deeper than allowed. Keeps its own stack, so that depth cannot exhaust the engine's. */
function isDeeper(value: unknown, allowed: number): boolean {
  const stack: (readonly [value: unknown, depth: number])[] = [[value, 0]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [inner, depth] = next
    if (typeof inner !== 'object' || inner === null) continue
    if (depth >= allowed) return true
    for (const child of Object.values(inner)) stack.push([child, depth + 1])
  }
  return false
}

/**
 * Reads a YAML or JSON file. JSON takes the quick way; lines are looked up only once somebody asks for one. Throws like
 * `readYaml`.
 */
export function readDocuments(path: string, source: string, maxDepth: number): Located {
  if (!/\.json(\.gz)?$/i.test(path)) return readYaml(source, maxDepth)
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    // The YAML reader finds the line. What only JSON refuses, YAML reads, and that is as good.
    return readYaml(source, maxDepth)
  }
  if (isDeeper(value, maxDepth))
    throw new FileFault(`It is nested deeper than ${maxDepth} levels. Raise limits.depth in watchbill.yaml.`)
  let located: Located | undefined
  return {
    documents: [value],
    lineOf: (document, inner) => {
      try {
        located ??= readYaml(source, maxDepth)
      } catch {
        return 1
      }
      return located.lineOf(document, inner)
    },
  }
}
