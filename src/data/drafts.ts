import { createContext, useContext, useSyncExternalStore } from 'react'

/** Where texts are kept that were begun and not sent yet, by what they belong to. */
export interface DraftStore {
  get(of: string): string | undefined
  /** An empty text forgets the draft. */
  set(of: string, text: string): void
}

const held = new Map<string, string>()

/** Without an app around it, drafts last as long as the page. */
const inMemory: DraftStore = {
  get: (of) => held.get(of),
  set: (of, text) => void (text === '' ? held.delete(of) : held.set(of, text)),
}

const DraftsContext = createContext(inMemory)
export const DraftsProvider = DraftsContext.Provider
/** Where the app keeps texts. */
export const useDraftStore = (): DraftStore => useContext(DraftsContext)

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export interface Draft {
  /** Empty where there is none. */
  readonly text: string
  readonly write: (text: string) => void
  /** Forgets the draft once `sent` was carried out. What was written since stays. */
  readonly sent: (sent: string) => void
}

/** The text begun for something. All who look at it see it change. */
export function useDraft(of: string): Draft {
  const store = useContext(DraftsContext)
  const text = useSyncExternalStore(subscribe, () => store.get(of) ?? '')
  const write = (next: string) => {
    store.set(of, next)
    for (const listener of listeners) listener()
  }
  return { text, write, sent: (sent) => store.get(of) === sent && write('') }
}

/** The fields of a form that was begun, kept over a reload. */
export interface FormDraft<T> {
  /** As last left, or as the form begins. */
  readonly values: T
  readonly set: (patch: Partial<T>) => void
  /** Forgets the fields once what they held was carried out. What was written since stays. */
  readonly sent: () => void
  /** Whether anything was entered. */
  readonly dirty: boolean
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)

/**
 * The form's fields out of what was kept. A field of another kind than the form begins with is of an older form: it
 * is left as it begins. So the result is a T, as far as its fields tell their own kinds.
 */
function fieldsIn<T extends object>(text: string, initial: T): T {
  let kept: unknown
  try {
    kept = text === '' ? undefined : JSON.parse(text)
  } catch {
    return initial
  }
  if (!isFields(kept)) return initial
  const begins: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(initial))
  const own = Object.entries(kept).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (!Object.hasOwn(begins, name)) return []
    const begin = begins[name]
    if (value === null) return [[name, undefined]]
    return begin === undefined || kindOf(begin) === kindOf(value) ? [[name, value]] : []
  })
  return { ...initial, ...Object.fromEntries(own) }
}

/** Nothing is written as `null`, which a field cannot be: a field that was emptied stays empty. */
const written = (values: object): string => JSON.stringify(values, (_, value: unknown) => value ?? null)

/**
 * The fields of a form, kept as they are typed: strings, numbers, booleans and lists of these. A field that may be
 * absent stands in `initial` as undefined. All forms that look at the same thing share them.
 */
export function useFormDraft<T extends object>(of: string, initial: T): FormDraft<T> {
  const { text, write, sent } = useDraft(of)
  const values = fieldsIn(text, initial)
  return {
    values,
    set: (patch) => {
      const next = written({ ...values, ...patch })
      write(next === written(initial) ? '' : next)
    },
    sent: () => sent(text),
    dirty: text !== '' && written(values) !== written(initial),
  }
}
