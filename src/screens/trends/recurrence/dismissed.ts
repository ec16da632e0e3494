import { useDraft } from '../../../data'
import type { Group } from '../../../domain/recurrence/groups'

/** A proposal that somebody did not want to see again. */
export interface Dismissed {
  readonly key: string
  readonly title: string
  /** Incidents that it had then. */
  readonly count: number
}

const isDismissed = (value: unknown): value is Dismissed =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'count' in value &&
  typeof value.count === 'number'

/** What was kept; what is not of this form is left out. */
export function readDismissed(text: string): readonly Dismissed[] {
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isDismissed) : []
  } catch {
    return []
  }
}

/** The proposals dismissed in this browser, the newest first. */
export function useDismissed() {
  const { text, write } = useDraft('recurrence.dismissed')
  const all = readDismissed(text)
  const keep = (next: readonly Dismissed[]) => write(next.length === 0 ? '' : JSON.stringify(next))
  const others = (key: string) => all.filter((each) => each.key !== key)
  return {
    all,
    dismiss: ({ key, title, incidents }: Group) => keep([{ key, title, count: incidents.length }, ...others(key)]),
    bringBack: (key: string) => keep(others(key)),
  }
}
