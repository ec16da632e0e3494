import type { Incident } from '../../../../domain/incident'
import { reviewPolicy, type ReviewStanding } from '../../../../domain/reviewDue'
import { dateTimeText, durationText } from '../../../../domain/time/format'
import { between, day24, type Instant, unknownText } from '../../../../domain/units'
import type { Tone } from '../../../../ui'
import { counted } from '../../words'

/** The policy that reviews are judged by, in a sentence. */
export const policyText = `${reviewPolicy.severities.map((each) => `SEV${each}`).join(' and ')} are reviewed within ${counted(
  reviewPolicy.within / day24,
  'day',
)} of their end; lesser ones may be`

/** How the review stands, in words. */
export function standingText(standing: ReviewStanding, now: Instant, zone: string): string {
  switch (standing.kind) {
    case 'held':
      return `held ${dateTimeText(standing.at, zone)}${standing.late === undefined ? '' : `, ${durationText(standing.late)} late`}`
    case 'planned':
      return `to be held ${dateTimeText(standing.at, zone)}${standing.late === undefined ? '' : `, ${durationText(standing.late)} too late`}`
    case 'undated':
      return 'written; when it was held is not recorded'
    case 'due':
      return `due in ${durationText(between(now, standing.due))}`
    case 'overdue':
      return `overdue by ${durationText(standing.late)}`
    case 'burning':
      return 'not before it is over'
    case 'no-end':
      return 'asked for; due date not known, as its end is not recorded'
    case 'free':
      return 'not asked for by the policy'
  }
}

export const standingTone = ({ kind, ...rest }: ReviewStanding): Tone =>
  kind === 'overdue' ? 'bad' : kind === 'due' || 'late' in rest ? 'warn' : kind === 'held' ? 'ok' : 'neutral'

const detections: Readonly<Record<string, string>> = {
  alarm: 'an alarm',
  person: 'a person of ours',
  customer: 'a customer',
}

/** Who or what noticed it first; undefined where nobody recorded that. */
export const detectionText = ({ detection }: Incident): string | undefined =>
  detection === undefined ? undefined : (detections[detection] ?? unknownText(detection) ?? detection)
