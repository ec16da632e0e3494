/** What a token is about. */
export const tokenKinds = [
  'status',
  'state',
  'sev',
  'team',
  'person',
  'workload',
  'label',
  'problem',
  'no',
  'last',
  'since',
  'until',
  'at',
] as const
export type TokenKind = (typeof tokenKinds)[number]

/** What each is for, as the list of suggestions says it. */
export const kindHints: Readonly<Record<TokenKind, string>> = {
  status: 'open, ended or all',
  state: 'unacknowledged, mitigating …',
  sev: '1 to 5, or unknown',
  team: 'who owns it',
  person: 'assigned or in a role; “me”',
  workload: 'what is hit',
  label: 'as the source labels it',
  problem: 'the cause it is linked to',
  no: 'what an open incident lacks',
  last: 'opened in the last …',
  since: 'opened on that day or later',
  until: 'opened before that day',
  at: 'open at that moment',
}

const others: Readonly<Record<string, TokenKind>> = {
  severity: 'sev',
  is: 'no',
  owner: 'team',
  who: 'person',
  assignee: 'person',
  service: 'workload',
  opened: 'since',
  before: 'until',
}

/** The kind that people mean by a word before a colon. */
export const kindOf = (word: string): TokenKind | undefined =>
  tokenKinds.find((kind) => kind === word.toLowerCase()) ?? others[word.toLowerCase()]

/** One word of the text: a token where a colon stands in it. */
export interface Word {
  readonly text: string
  readonly key?: string
  readonly value?: string
  /** The value stood in quotes: its commas part nothing. */
  readonly quoted?: true
}

/** Words of a text; what stands in quotes is one: `team:"Edge & CDN"`. */
export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/(?:[^\s":]+:)?"[^"]*"?|\S+/g)].map(([word]) => {
    const [, key, value] = /^([a-z-]+):(.*)$/is.exec(word) ?? []
    if (key === undefined || value === undefined) return { text: word }
    const bare = value.replaceAll('"', '')
    return { text: word, key, value: bare, ...(bare !== value && { quoted: true as const }) }
  })

/** What of a text is looked for in the incidents: all but tokens, which choose instead. */
export const plainText = (text: string): string =>
  wordsIn(text)
    .filter(({ key }) => key === undefined || kindOf(key) === undefined)
    .map((word) => word.text.replaceAll('"', ''))
    .join(' ')

/** A value as it is typed: in quotes where it would come apart. */
export const typed = (kind: TokenKind, value: string): string =>
  /[\s,]/.test(value) ? `${kind}:"${value}"` : `${kind}:${value}`
