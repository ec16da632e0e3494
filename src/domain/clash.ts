/** The fields of a record in words, by what people call them. */
export type FieldWords = ReadonlyMap<string, string>

/**
 * How a record stands now, for somebody whose change was refused because it moved on: every field that differs from
 * what they saw, and those that their change is about.
 */
export function theirsText(seen: FieldWords, now: FieldWords, about: readonly string[] = []): string {
  const told = [...now].flatMap(([field, value]) => {
    const was = seen.get(field)
    if (was !== value) return [`${field} ${value} (was ${was ?? 'not there'})`]
    return about.includes(field) ? [`${field} ${value}`] : []
  })
  return told.join(', ') || 'nothing that is shown here differs'
}
