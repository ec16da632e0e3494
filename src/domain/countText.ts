const number = new Intl.NumberFormat('en')

/** A number of things as it is read everywhere: `10,000`. */
export const countText = (count: number): string => number.format(count)
