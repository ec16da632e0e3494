const number = new Intl.NumberFormat('en')

/** A number of things as it is read everywhere: `10,000`. */
export const countText = (count: number): string => number.format(count)

/** `1 incident`, `1,512 incidents`; `many` where an s does not do. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`
