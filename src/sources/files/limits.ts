/** How much of a workspace is read before reading stops and says so. */
export interface Limits {
  /** Unpacked bytes of all files together. */
  readonly bytes: number
  /** Rows of one table. */
  readonly rows: number
  /** Levels of nesting in YAML and JSON. */
  readonly depth: number
  /** Seconds after which the parsing worker is killed. */
  readonly seconds: number
}

/** Lets an export of 50 MB and 150,000 rows in with room to spare. */
export const defaultLimits: Limits = { bytes: 256_000_000, rows: 1_000_000, depth: 64, seconds: 120 }
