import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Questions that were asked and whose answers are not all read; the stream of changes is never over. */
    openQuestions: () => number
  }
}

/** Runs in the page before its own scripts: counts what it asks. */
export function countQuestions(): void {
  let open = 0
  const counted = <T>(promise: Promise<T>): Promise<T> => {
    open += 1
    return promise.finally(() => {
      open -= 1
    })
  }
  const fetch = window.fetch.bind(window)
  window.fetch = (address, init) => {
    const answer = fetch(address, init)
    return new Request(address).url.endsWith('/changes') ? answer : counted(answer)
  }
  const read: (this: Response) => Promise<string> = Reflect.get(Response.prototype, 'text')
  Response.prototype.text = function text() {
    return counted(read.call(this))
  }
  window.openQuestions = () => open
}

/** Until nothing is asked any more: every answer is drawn, and none of them led to another question. */
export const answered = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const turn = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    for (let quiet = 0; quiet < 5; quiet = window.openQuestions() === 0 ? quiet + 1 : 0) await turn()
  })
