/** Numbers from 1 on for the different things there are, so that a cell of a matrix can hold them. */
export function codebook<T>(keyOf: (value: T) => string) {
  const values: T[] = []
  const known = new Map<string, number>()
  return {
    codeOf: (value: T): number => {
      const key = keyOf(value)
      const code = known.get(key) ?? values.push(value)
      known.set(key, code)
      return code
    },
    of: (code: number): T | undefined => values[code - 1],
  }
}
