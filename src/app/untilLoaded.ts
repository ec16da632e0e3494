import { pauseAfter } from '../data'
import { SourceError } from '../sources/contract'
import { chance } from './chance'

const gone = new SourceError('unreachable', 'watchbill', 'A script did not come')

/**
 * Asks for a script until it comes, after longer and longer pauses: for what must open with nobody there to press a
 * button. Never rejects. Nothing in place of a script is none.
 */
export const untilLoaded =
  <M>(load: () => Promise<M | undefined>, wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))) =>
  async (): Promise<M> => {
    for (let failures = 1; ; failures += 1) {
      const loaded = await load().catch(() => undefined)
      if (loaded !== undefined) return loaded
      await wait(500 + pauseAfter(failures, gone, chance))
    }
  }
