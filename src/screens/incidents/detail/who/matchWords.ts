import type { ActivityMatch, Certainty, MatchReason } from '../../../../domain/match'
import type { Names } from '../../useNames'

/** How far a match can be trusted, in a word. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  sure: 'sure',
  likely: 'likely',
  possible: 'only possible',
}

/** Why an activity may answer the incident, in words. */
export function reasonText(reason: MatchReason, names: Pick<Names, 'workload'>): string {
  switch (reason.kind) {
    case 'event':
      return reason.by === 'name'
        ? `it names the event ${reason.name}`
        : `it names the event ${reason.name} in another spelling, “${reason.text}”`
    case 'threshold':
      return `it names the measure of ${reason.name} with another limit`
    case 'label':
      return reason.exact ? `the label ${reason.label} names it` : `it carries the label ${reason.label} too`
    case 'workload':
      return `it is a response on ${names.workload(reason.workload)}`
  }
}

/** All reasons in one line. */
export const reasonsText = ({ reasons }: ActivityMatch, names: Pick<Names, 'workload'>): string =>
  reasons.map((reason) => reasonText(reason, names)).join('; ')
