import { countText } from '../../domain/countText'

export { countText }

/** `1 activity`, `2,000 activities` */
export const activities = (count: number): string => `${countText(count)} ${count === 1 ? 'activity' : 'activities'}`

export const unlistedText = 'in no list of people or teams'
