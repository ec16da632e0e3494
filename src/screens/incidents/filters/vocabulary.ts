import type { Id } from '../../../domain/units'

/** Something that can be chosen by name. */
export interface Named {
  readonly id: Id
  readonly name: string
  readonly aliases?: readonly string[]
}

/** What the words of a token can mean. */
export interface Vocabulary {
  readonly teams: readonly Named[]
  readonly people: readonly Named[]
  readonly workloads: readonly Named[]
  readonly problems: readonly Named[]
  /** Labels and states that were seen. */
  readonly labels: readonly string[]
  readonly states: readonly string[]
  /** Who looks, where that is known. */
  readonly me?: Id
  /** IANA zone in which days are meant. */
  readonly zone: string
}

const low = (text: string): string => text.toLowerCase()
const slug = (text: string): string =>
  low(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** Those that a word means: by id or whole name, else by how a name begins, else by what stands in it. */
export function meant(named: readonly Named[], word: string): readonly Named[] {
  const own = low(word.trim())
  const tries: readonly ((each: Named) => boolean)[] = [
    ({ id }) => low(id) === own || low(id).replace(/^(team|person):/, '') === own,
    ({ name, aliases = [] }) => low(name) === own || slug(name) === own || aliases.some((alias) => low(alias) === own),
    ({ name, id }) => low(name).startsWith(own) || slug(name).startsWith(own) || low(id).startsWith(own),
    ({ name }) => low(name).includes(own),
  ]
  for (const fits of tries) {
    const found = named.filter(fits)
    if (found.length > 0) return found
  }
  return []
}
