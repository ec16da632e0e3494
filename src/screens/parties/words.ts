const number = new Intl.NumberFormat('en')

/** `10,000` */
export const countText = (count: number): string => number.format(count)

/** `1 activity`, `2,000 activities` */
export const activities = (count: number): string => `${countText(count)} ${count === 1 ? 'activity' : 'activities'}`

export const unlistedText = 'in no list of people or teams'
