import { afterAll, beforeAll } from 'vitest'

/** jsdom lays nothing out: gives every element the size of a large screen, so that a matrix draws its cells. */
export function withRoom() {
  const sizes = { clientWidth: 3_000, clientHeight: 1_600 }
  const before = Object.fromEntries(
    Object.keys(sizes).map((name) => [name, Object.getOwnPropertyDescriptor(Element.prototype, name)]),
  )
  beforeAll(() => {
    for (const [name, value] of Object.entries(sizes))
      Object.defineProperty(Element.prototype, name, { configurable: true, get: () => value })
  })
  afterAll(() => {
    for (const [name, descriptor] of Object.entries(before))
      if (descriptor) Object.defineProperty(Element.prototype, name, descriptor)
  })
}
