const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined)

/** One page of this browser after another does `work` of that name: a refresh token that rotates is good for one use. */
export const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => locks()?.request(name, work) ?? work()

/** Milliseconds that the page before a reload may take to let go. */
const patience = 3_000

/**
 * Whether the session is this page’s own, from now on until it is gone. A tab that was duplicated has a copy of what the
 * first one keeps: two that renew the same session would end it for both.
 */
export async function isOwn(session: string): Promise<boolean> {
  const manager = locks()
  if (!manager) return true
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const hold = () => {
    resolve(true)
    // Held as long as the page lives.
    return new Promise<never>(() => undefined)
  }
  manager
    .request(`watchbill.tab.${session}`, { signal: AbortSignal.timeout(patience) }, hold)
    .catch(() => resolve(false))
  return promise
}
