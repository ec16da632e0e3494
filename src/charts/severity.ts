/** What a severity key of a summary (`1`…`5`, `''` for unknown) is called and drawn with. Worst first. */
export interface SeverityLook {
  readonly key: string
  readonly label: string
  /** CSS colour for areas and lines, from the tokens: right in both themes. */
  readonly fill: string
}

const looks: readonly SeverityLook[] = [
  ...[1, 2, 3, 4, 5].map((n) => ({ key: String(n), label: `SEV${n}`, fill: `var(--fill${n})` })),
  { key: '', label: 'Severity not known', fill: 'var(--line-strong)' },
]

/** Order, name and colour of a severity. A key nobody knows is treated as not known. */
export const severityLook = (key: string): SeverityLook =>
  looks.find((look) => look.key === key) ?? { key, label: 'Severity not known', fill: 'var(--line-strong)' }

/** The looks of the keys given, worst first, not known last. */
export const severityLooks = (keys: Iterable<string>): readonly SeverityLook[] => {
  const wanted = new Set([...keys].map((key) => severityLook(key).key))
  return looks.filter(({ key }) => wanted.has(key))
}
