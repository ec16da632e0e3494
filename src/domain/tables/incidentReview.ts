import type { Incident } from '../incident'
import { causesOf } from '../reviewDue'
import { dateText, dateTimeText } from '../time/format'
import { zonedText } from '../time/local'
import type { Instant } from '../units'
import type { NamedFile } from './file'
import { markdownText } from './markdown'
import { fileStem } from './table'

/** An action as the review tells it: people by their names. */
export interface ToldAction {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly owner?: string
  readonly due?: Instant
  readonly doneAt?: Instant
}

/** What an exported review has to say of itself. */
export interface ToldReview {
  readonly incident: Incident
  /** How the review stands, in words, and by which policy. */
  readonly standing: string
  readonly policy: string
  readonly detection?: string
  readonly actions: readonly ToldAction[]
  /** What is not in the picture, a sentence each. */
  readonly missing: readonly string[]
  readonly now: Instant
  /** IANA name. */
  readonly zone: string
}

/** One part of a review, and its lines. */
export interface ReviewPart {
  readonly title: string
  readonly lines: readonly string[]
}

const notRecorded = ['not recorded'] as const
const orNot = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? lines : notRecorded)

function actionLine({ id, title, kind, state, owner, due, doneAt }: ToldAction, zone: string): string {
  const when =
    doneAt === undefined
      ? due === undefined
        ? 'no due date'
        : `due ${dateText(due, zone)}`
      : `done ${dateText(doneAt, zone)}`
  return `${title} (${id}): ${kind}, ${state}, ${owner ?? 'no owner'}, ${when}`
}

/** The review part by part. What is not written down says so: an absent heading would look like a missing page. */
export function reviewParts({ incident, detection, actions, zone }: ToldReview): readonly ReviewPart[] {
  const { review } = incident
  const { trigger, factors } = causesOf(review?.factors ?? incident.factors)
  return [
    { title: 'Summary', lines: orNot(review?.summary ? [review.summary] : []) },
    { title: 'How it was noticed', lines: orNot(detection === undefined ? [] : [detection]) },
    { title: 'Trigger', lines: orNot(trigger === undefined ? [] : [trigger]) },
    { title: 'Contributing factors', lines: orNot(factors) },
    { title: 'What went well', lines: orNot(review?.wentWell ?? []) },
    { title: 'Actions', lines: orNot(actions.map((action) => actionLine(action, zone))) },
    { title: 'Lessons', lines: orNot(review?.lessons ?? []) },
    { title: 'Shared with', lines: orNot(review?.sharedWith ?? []) },
  ]
}

export const reviewTitle = ({ incident }: ToldReview): string => `Post-incident review of ${incident.id}`

/** What is said over the review: of what, how it stands, by which policy, what is missing. */
export const reviewScope = ({ incident, standing, policy, missing, now, zone }: ToldReview): readonly string[] => [
  `Incident: ${incident.id} ${incident.title}`,
  `Severity: ${incident.severity === undefined ? 'unknown' : `SEV${incident.severity}`}`,
  `Review: ${standing}`,
  `Policy: ${policy}`,
  `Written: ${dateTimeText(now, zone)}. Dates are in ${zone}.`,
  ...(missing.length === 0 ? ['Missing: nothing that is known of'] : missing.map((text) => `Missing: ${text}`)),
]

/** The review to be read. */
export function reviewMarkdown(told: ToldReview): string {
  const list = (lines: readonly string[]) => lines.map((text) => `- ${markdownText(text)}`).join('\n')
  return `${[
    `# ${markdownText(reviewTitle(told))}`,
    list(reviewScope(told)),
    ...reviewParts(told).flatMap(({ title, lines }) => [`## ${title}`, list(lines)]),
  ].join('\n\n')}\n`
}

/** The review for programs: moments carry the offset of the zone; what is not recorded is absent. */
export function reviewJson({ incident, standing, policy, detection, actions, missing, now, zone }: ToldReview): string {
  const { review } = incident
  const moment = (at: Instant | undefined) => (at === undefined ? undefined : zonedText(at, zone))
  const { trigger, factors } = causesOf(review?.factors ?? incident.factors)
  const told = {
    incident: { id: incident.id, title: incident.title, severity: incident.severity },
    standing,
    policy,
    heldAt: moment(review?.heldAt),
    summary: review?.summary,
    detection,
    trigger,
    factors,
    wentWell: review?.wentWell,
    actions: actions.map((action) => ({ ...action, due: moment(action.due), doneAt: moment(action.doneAt) })),
    lessons: review?.lessons,
    sharedWith: review?.sharedWith,
    missing,
    written: moment(now),
    zone,
  }
  return `${JSON.stringify(told, undefined, 2)}\n`
}

/** The review as a file, named by the incident and the moment. */
export function reviewFile(told: ToldReview, format: 'markdown' | 'json'): NamedFile {
  const stem = fileStem(reviewTitle(told), told.now, told.zone)
  return format === 'markdown'
    ? { name: `${stem}.md`, type: 'text/markdown;charset=utf-8', text: reviewMarkdown(told) }
    : { name: `${stem}.json`, type: 'application/json', text: reviewJson(told) }
}
