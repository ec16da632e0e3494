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

const unkept = new Map<string, string>()

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
