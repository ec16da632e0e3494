import type { Id } from './units'

interface Named {
  readonly id: Id
  readonly name: string
}

const longest = 4

/** `Data Infra` → `DI`, `SRE` → `SRE`, `Payments` → `Pay`. */
function shortened(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const [first = name] = words
  if (words.length > 1)
    return words
      .slice(0, longest)
      .map((word) => word.charAt(0).toUpperCase())
      .join('')
  return first.length <= longest ? first : first.slice(0, 3)
}

/** The first of these that nobody has: the short form, one with more of the name, then numbers. */
function* ways(name: string): Generator<string> {
  const short = shortened(name)
  yield short
  const letters = name.replaceAll(/[^\p{L}\p{N}]+/gu, '')
  yield letters.slice(0, longest)
  for (let number = 2; ; number++) yield `${short.slice(0, 3)}${number}`
}

/** A name of at most a few letters for each, different from all others. The same for the same names in the same order. */
export function shortNames(all: readonly Named[]): ReadonlyMap<Id, string> {
  const taken = new Set<string>()
  return new Map(
    all.map(({ id, name }) => {
      for (const way of ways(name)) {
        if (taken.has(way.toLowerCase())) continue
        taken.add(way.toLowerCase())
        return [id, way]
      }
      return [id, name]
    }),
  )
}
