/** The part of the browser's Trusted Types that is used here. TypeScript's DOM library does not have it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

/** Our own workers: every worker's entry file is called `worker.ts`, and Vite keeps that name before its hash. */
const ownWorker = /\/worker(-[\w-]+)?\.(js|ts)$/

function onlyOwn(url: string): string {
  const { origin, pathname } = new URL(url, location.href)
  if (origin === location.origin && ownWorker.test(pathname)) return url
  throw new TypeError(`${url} is not one of Watchbill's own workers`)
}

let policy: { createScriptURL(url: string): string } | undefined

/**
 * A worker's address in the form that `new Worker` takes under `require-trusted-types-for 'script'`. Throws a TypeError
 * for anything but a worker of our own. The policy's name stands in the Content-Security-Policy; it is made once, for
 * the browser allows it once.
 */
export function trustedWorkerUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('watchbill', { createScriptURL: onlyOwn }) ?? { createScriptURL: onlyOwn }
  return policy.createScriptURL(url)
}
