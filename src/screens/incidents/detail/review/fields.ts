import type { Incident, PostIncidentReview } from '../../../../domain/incident'
import { causesOf, factorsOf } from '../../../../domain/reviewDue'
import { localText, momentsAt } from '../../../../domain/time/local'

/** The review as its form holds it: lists with one item a line, the moment as clocks in the zone show it. */
export interface ReviewFields {
  readonly summary: string
  readonly heldAt: string
  readonly trigger: string
  readonly factors: string
  readonly wentWell: string
  readonly lessons: string
  readonly sharedWith: string
  /** The review as it stood when the form was begun. */
  readonly base: string
}

const lined = (items: readonly string[]): string => items.join('\n')
const items = (text: string): readonly string[] => text.split('\n').flatMap((line) => line.trim() || [])

/** The review of a record in one text, to tell whether somebody else changed it. */
export const standOf = ({ review }: { readonly review?: PostIncidentReview | undefined }): string =>
  JSON.stringify(review ?? null)

/** What the form begins with: the review as it stands, or the factors that the incident has. */
export function fieldsOf({ review, factors }: Incident, zone: string): ReviewFields {
  const causes = causesOf(review?.factors ?? factors)
  return {
    summary: review?.summary ?? '',
    heldAt: review?.heldAt === undefined ? '' : localText(review.heldAt, zone),
    trigger: causes.trigger ?? '',
    factors: lined(causes.factors),
    wentWell: lined(review?.wentWell ?? []),
    lessons: lined(review?.lessons ?? []),
    sharedWith: lined(review?.sharedWith ?? []),
    base: standOf({ review }),
  }
}

/** The moment of a field, the later one where clocks were put back; undefined where it is empty or names none. */
const momentOf = (text: string, zone: string) => (text === '' ? undefined : momentsAt(text, zone)?.at(-1))

/** What is wrong with the moment, or undefined. An empty one is right: it was not held yet. */
export const wrongMoment = (text: string, zone: string): string | undefined =>
  text !== '' && momentOf(text, zone) === undefined ? 'There is no such moment.' : undefined

/** The review that the fields make. An unchanged moment stays to the second. */
export function reviewIn(fields: ReviewFields, { review }: Incident, zone: string): PostIncidentReview {
  const before = review?.heldAt
  const same = before !== undefined && fields.heldAt === localText(before, zone)
  const heldAt = same ? before : momentOf(fields.heldAt, zone)
  return {
    summary: fields.summary.trim(),
    ...(heldAt !== undefined && { heldAt }),
    factors: factorsOf({ trigger: fields.trigger, factors: items(fields.factors) }),
    wentWell: items(fields.wentWell),
    lessons: items(fields.lessons),
    sharedWith: items(fields.sharedWith),
  }
}
