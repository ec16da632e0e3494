import type { NamedFile } from '../../../../domain/tables/file'
import { markdownGrid, markdownText } from '../../../../domain/tables/markdown'
import { fileStem } from '../../../../domain/tables/table'
import { zonedText } from '../../../../domain/time/local'
import type { Span } from '../../model/range'
import { identityOf } from './lock'
import { notLocked } from './asOf'
import { type Notes, readNotes } from './notes'
import type { CheckedFigure, Section } from './section'

/** A pack that leaves the product: whole, with what is needed to read it without the product. */
export interface ToldPack {
  readonly title: string
  /** The whole address that shows it again. */
  readonly link: string
  readonly scope: readonly string[]
  readonly limits: readonly string[]
  readonly sections: readonly Section[]
  readonly notes: Notes
  /** The name of a team or person. */
  readonly name: (party: string) => string
  readonly span: Span
  readonly before: Span | undefined
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${markdownText(line)}`).join('\n')
/** Lines of a note, each a line of its own. */
const paragraphs = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map(markdownText)
    .join('  \n')

function decisionsGrid({ notes: { decisions }, name }: ToldPack): readonly string[] {
  if (decisions.length === 0) return []
  const rows = decisions.map(({ what, owner, due, recorded }) => [
    what,
    owner === '' ? '–' : name(owner),
    due || '–',
    recorded ? 'recorded as an improvement' : '',
  ])
  return ['## Decisions', markdownGrid(['Decision', 'Owner', 'Due', 'Where'], rows)]
}

/** The pack to be read: the same sections in the same order as on the page. */
export function packMarkdown(pack: ToldPack): string {
  const { title, link, scope, limits, sections, notes } = pack
  const general = notes.notes['']
  const parts = [
    `# ${markdownText(title)}`,
    `${list(scope)}\n- Link: <${link}>`,
    ...(general === undefined ? [] : ['## Notes of the meeting', paragraphs(general)]),
    ...decisionsGrid(pack),
    ...sections.flatMap(({ key, title: heading, told, columns, rows }) => {
      const note = notes.notes[key]
      return [
        `## ${markdownText(heading)}`,
        ...told.map(markdownText),
        ...(rows.length > 0
          ? [
              markdownGrid(
                columns,
                rows.map(({ cells }) => cells.map(({ text }) => text)),
              ),
            ]
          : []),
        ...(note === undefined ? [] : [`**Notes:** ${paragraphs(note)}`]),
      ]
    }),
    '## How the figures are reckoned',
    list(
      sections.flatMap(({ figures = [] }) =>
        figures.map(({ label, definition, formula }) => `${label}: ${definition} ${formula}`),
      ),
    ),
    '## What must be known',
    list([...limits, ...notLocked]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const figureJson = ({ label, value, basis, verdict, exact, definition, formula, source }: CheckedFigure) => ({
  label,
  value,
  exact,
  basis,
  verdict: verdict && {
    text: verdict.text,
    change: verdict.change,
    interval: verdict.interval,
    comparison: verdict.comparison,
  },
  definition,
  formula,
  source,
})

/** The pack for programs, and to be opened here again. Its shape stands in the README. */
export function packJson(pack: ToldPack): string {
  const { title, link, scope, limits, sections, notes, name, span, before } = pack
  const stretch = ({ from, to }: Pick<Span, 'from' | 'to'>) => ({
    from: zonedText(from, span.zone),
    to: zonedText(to, span.zone),
  })
  const told = {
    kind,
    version: 1,
    title,
    link,
    locked: zonedText(span.now, span.zone),
    scope: {
      ...stretch(span),
      step: span.step,
      zone: span.zone,
      comparedWith: before && stretch(before),
      lines: scope,
    },
    limits,
    notLocked,
    figures: sections.flatMap(({ figures = [] }) => figures.map(figureJson)),
    sections: sections
      .filter(({ key }) => key !== 'figures')
      .map(({ key, title: heading, state, told: lines, columns, rows }) => ({
        key,
        title: heading,
        state,
        told: lines,
        columns,
        rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
      })),
    notes: notes.notes,
    decisions: notes.decisions.map((decision) => ({
      ...decision,
      ...(decision.owner !== '' && { ownerName: name(decision.owner) }),
    })),
  }
  return `${JSON.stringify(told, undefined, 2)}\n`
}

const kind = 'watchbill-review-pack'

/** What a saved pack brings back: which pack it is, and what people wrote. */
export interface Opened {
  readonly search: string
  readonly notes: Notes
}

/** Reads a saved pack; else says why it cannot be, and what to do. */
export function openPack(text: string): Opened | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'This file is no JSON. Choose a file that was saved with “JSON” from a review pack.'
  }
  const told: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
  if (told['kind'] !== kind)
    return 'This JSON is no review pack. Choose a file that was saved with “JSON” from a review pack.'
  if (told['version'] !== 1)
    return `This review pack is of version ${String(told['version'])}; only version 1 can be read here.`
  const link = typeof told['link'] === 'string' ? told['link'] : ''
  const search = identityOf(link.slice(link.indexOf('?') + 1))
  if (!new URLSearchParams(search).has('pack'))
    return 'The review pack in this file does not say which moment it is locked at.'
  return { search, notes: readNotes(value) }
}

/** The pack as a file, named by the moment it is locked at. */
export function packFile(pack: ToldPack, format: 'markdown' | 'json'): NamedFile {
  const stem = fileStem(pack.title, pack.span.now, pack.span.zone)
  return format === 'markdown'
    ? { name: `${stem}.md`, type: 'text/markdown;charset=utf-8', text: packMarkdown(pack) }
    : { name: `${stem}.json`, type: 'application/json', text: packJson(pack) }
}
