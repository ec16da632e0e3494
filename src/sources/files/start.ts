import type { Host } from './host'

/**
 * In the browser a worker, so that the page thread never holds the rows; elsewhere this thread. Either is loaded only
 * when something is opened.
 */
export const startHost = async (source: string): Promise<Host> =>
  typeof Worker === 'undefined' ? (await import('./host')).createHost() : (await import('./thread')).spawnHost(source)
