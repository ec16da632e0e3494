import { counted, countText } from '../../domain/countText'

export { countText }

/** `1 activity`, `2,000 activities` */
export const activities = (count: number): string => counted(count, 'activity', 'activities')

export const unlistedText = 'in no list of people or teams'
