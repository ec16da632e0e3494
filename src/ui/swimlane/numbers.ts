/** `25,000`. Made by hand: the first number that the platform formats costs as much as drawing the whole picture. */
export const thousands = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
