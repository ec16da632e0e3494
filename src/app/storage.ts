/** Everything that is kept in the browser between visits, apart from data that a person opened. */
export type Preference = 'theme' | 'zone' | 'keys' | 'reloaded'

const key = (name: Preference): string => `watchbill.${name}`

/** A kept preference; undefined when there is none, or when the browser keeps nothing. */
export function recall(name: Preference): string | undefined {
  try {
    return localStorage.getItem(key(name)) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a preference. Where storage is blocked or full, it lasts as long as the page. */
export function keep(name: Preference, value: string): void {
  try {
    localStorage.setItem(key(name), value)
  } catch {
    // A preference that is lost costs a click; nothing else depends on it.
  }
}

/** Places that outlast a reload, the likeliest to work first. Each may be blocked, full or broken. */
const places: readonly { readonly get: () => unknown; readonly set: (text: string) => void }[] = [
  { get: () => localStorage.getItem(key('reloaded')), set: (text) => localStorage.setItem(key('reloaded'), text) },
  { get: () => sessionStorage.getItem(key('reloaded')), set: (text) => sessionStorage.setItem(key('reloaded'), text) },
  {
    // No storage at all: the browser keeps it with the page's place in the history.
    get: () => (history.state as { readonly reloaded?: unknown } | null)?.reloaded,
    set: (reloaded) => history.replaceState({ ...(history.state as object | null), reloaded }, ''),
  },
]

/** Notes in every place there is that the page is about to load itself anew. False: nowhere, so it must not. */
export function noteReload(text: string): boolean {
  for (const { set } of places) {
    try {
      set(text)
    } catch {
      // The next place may do.
    }
  }
  return reloadNotes().includes(text)
}

/** What was noted of the last reload, by each place that still knows. */
export const reloadNotes = (): readonly string[] =>
  places.flatMap(({ get }) => {
    try {
      const text = get()
      return typeof text === 'string' ? [text] : []
    } catch {
      return []
    }
  })

const unkept = new Map<string, string>()

/** Whether all that was begun outlasts a reload. */
export const keepsAll = (): boolean => unkept.size === 0

/** Texts begun and not sent yet, by what they belong to. Where storage is blocked, they last as long as the page. */
export const keptDrafts = {
  get(of: string): string | undefined {
    try {
      return localStorage.getItem(`watchbill.draft.${of}`) ?? unkept.get(of)
    } catch {
      return unkept.get(of)
    }
  },
  set(of: string, text: string): void {
    unkept.delete(of)
    try {
      if (text === '') localStorage.removeItem(`watchbill.draft.${of}`)
      else localStorage.setItem(`watchbill.draft.${of}`, text)
    } catch {
      if (text !== '') unkept.set(of, text)
    }
  },
}

/**
 * Where sign-in keeps what has to outlast a reload: in the `tab`, until that is closed, or in the `browser`. Every use
 * of it may throw where storage is blocked or full.
 */
export const signInPlace = (where: 'tab' | 'browser'): Storage => (where === 'tab' ? sessionStorage : localStorage)
