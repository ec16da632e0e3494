import type { Facet, Records } from '../../domain/query/facets'
import type { Id } from '../../domain/units'
import type { Caveat, SetAside } from '../contract'
import type { Limits } from './limits'

/** Where parsed records go. The engine takes them from here. */
export interface Sink {
  put<F extends Facet>(facet: F, records: readonly Records[F][]): void
  /** Whether a record of that id was put already. */
  has(facet: Facet, id: Id): boolean
  aside(item: SetAside): void
  caveat(caveat: Caveat): void
}

/** What every parser is told. */
export interface Reading {
  readonly sink: Sink
  readonly limits: Limits
  /** IANA zone of times that name none. */
  readonly zone: string
  /** False when nobody declared the zone: then it is said on screen. */
  readonly zoneDeclared: boolean
  readonly isPlaceholder: (text: string) => boolean
  /** Bytes of the workspace that may still be read; counted down by all files together. */
  readonly budget: { bytes: number }
  readonly signal: AbortSignal
  /** Called now and then with the number of packed or plain bytes read since the last call. */
  readonly advanced: (bytes: number) => void
}

/** A file that cannot be read as what it is taken for. Costs that file only. */
export class FileFault extends Error {
  override readonly name = 'FileFault'
  readonly line: number | undefined
  constructor(message: string, line?: number, options?: { cause?: unknown }) {
    super(message, options)
    this.line = line
  }
}

/** `orders.csv:17`, or the file alone. */
export const placeOf = (path: string, line: number | undefined): string =>
  line === undefined ? path : `${path}:${line}`

/** Says once per file that times without a zone were read as UTC. */
export function sayZoneAssumed(reading: Reading, path: string): void {
  if (!reading.zoneDeclared)
    reading.sink.caveat({
      kind: 'zone-assumed',
      text: `${path} names no time zone: its times were read as ${reading.zone}.`,
    })
}
