import { type Command, type CommandKind, targetOf } from '../domain/command'
import type { Id, Instant } from '../domain/units'
import type { Fault } from '../sources/contract'
import type { DraftStore } from './drafts'
import type { Foreseen } from './foresee'

/** A command that could not be delivered yet. Kept until it is carried out, or forgotten by a person. */
export interface Waiting {
  readonly key: string
  readonly actor: string
  /** When the person gave it: it is told so wherever it comes to. */
  readonly at: Instant
  readonly command: Command
  /** Of the record that the person saw. */
  readonly version?: string
  /** The versions of the sources at that moment. */
  readonly seen: readonly (readonly [source: string, version: string | null])[]
  /** It came through and was refused: what is next is for a person to say. */
  readonly refused?: { readonly fault: Fault; readonly message: string }
}

/** Faults of a line that is down: the same command may be carried out later. */
const lineFaults: ReadonlySet<Fault> = new Set(['unreachable', 'timeout', 'rate-limited'])

/** Work on an incident must not be lost with the line. Of ownership nothing is so urgent that it is not better seen. */
const keptKinds: ReadonlySet<CommandKind> = new Set([
  'set-state', 'set-severity', 'assign', 'take-role', 'add-entry', 'link-problem', 'set-step', 'link-event',
  'correct-entry', 'write-review',
]) // prettier-ignore

/** Whether a command that failed so is kept to be sent later. */
export const isKept = ({ kind }: Command, fault: Fault): boolean => keptKinds.has(kind) && lineFaults.has(fault)

/** What is kept under in the store of drafts. */
const place = 'outbox'

const isItem = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'command' in value &&
  typeof value.command === 'object' &&
  value.command !== null &&
  'kind' in value.command &&
  [...keptKinds].some((kind) => kind === (value.command as { kind?: unknown }).kind) &&
  'seen' in value &&
  Array.isArray(value.seen)

/** What was kept. Guarantee of the cast: only this module writes under `place`; what has another shape is left out. */
function itemsIn(text: string | undefined): readonly Waiting[] {
  if (text === undefined || text === '') return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter((each): each is Waiting => isItem(each)) : []
  } catch {
    return []
  }
}

/** The record that a waiting command is about. */
export const aboutOf = ({ command }: Waiting): Id => targetOf(command)?.id ?? ''

/**
 * Commands that wait for the line, in the order they were given; of one browser, not of one page. What is written there
 * is read anew before each change: other pages write it too, and a key makes sending twice harmless.
 */
export class Outbox {
  readonly #store: DraftStore
  #text: string | undefined
  #items: readonly Waiting[] = []
  #pictures = new Map<string, Foreseen>()
  #listeners = new Set<() => void>()

  constructor(store: DraftStore) {
    this.#store = store
    this.refresh()
  }

  read = (): readonly Waiting[] => this.#items

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks what other pages have done. */
  refresh = (): void => {
    const text = this.#store.get(place) ?? ''
    if (text === this.#text) return
    this.#text = text
    this.#items = itemsIn(text)
    for (const listener of this.#listeners) listener()
  }

  /** Those about one record. */
  about(id: Id): readonly Waiting[] {
    return this.#items.filter((each) => aboutOf(each) === id)
  }

  add(item: Waiting, picture: Foreseen | undefined): void {
    if (picture) this.#pictures.set(item.key, picture)
    this.#write((items) => [...items.filter(({ key }) => key !== item.key), item])
  }

  change(key: string, to: (item: Waiting) => Waiting): void {
    this.#write((items) => items.map((each) => (each.key === key ? to(each) : each)))
  }

  /** It was carried out, or is given up. */
  remove(key: string): void {
    this.#pictures.delete(key)
    this.#write((items) => items.filter((each) => each.key !== key))
  }

  /** What it shows on screen, where that could be told. */
  picture(key: string): Foreseen | undefined {
    return this.#pictures.get(key)
  }

  paint(key: string, picture: Foreseen): void {
    this.#pictures.set(key, picture)
    this.#items = [...this.#items]
    for (const listener of this.#listeners) listener()
  }

  /** Takes what waits for a record out of the picture, the last first: each was foreseen on top of the one before. */
  hide(record: Id): void {
    for (const { key } of this.about(record).toReversed()) {
      this.#pictures.get(key)?.hide()
      this.#pictures.delete(key)
    }
  }

  /** Gives one up. What was given on top of it goes by what the person saw before both. */
  forget(key: string): void {
    const item = this.#items.find((each) => each.key === key)
    if (!item) return
    const queue = this.about(aboutOf(item))
    this.hide(aboutOf(item))
    const next = queue[queue.indexOf(item) + 1]
    this.remove(key)
    if (next && queue[0] === item)
      this.change(next.key, ({ version: _version, ...rest }) => ({
        ...rest,
        seen: item.seen,
        ...(item.version !== undefined && { version: item.version }),
      }))
  }

  #write(change: (items: readonly Waiting[]) => readonly Waiting[]): void {
    this.#store.set(place, written(change(itemsIn(this.#store.get(place)))))
    this.refresh()
  }
}

const written = (items: readonly Waiting[]): string => (items.length === 0 ? '' : JSON.stringify(items))
