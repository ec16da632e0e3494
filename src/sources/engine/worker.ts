import { expose } from 'comlink'
import { createEngine } from './engine'
import { hosted } from './host'

// Tasks may come before the polyfill is there, so each waits for it: waiting here, at the top, would lose them.
const ready = 'Temporal' in globalThis ? Promise.resolve() : import('temporal-polyfill/global')

expose(hosted(createEngine('engine'), ready))
