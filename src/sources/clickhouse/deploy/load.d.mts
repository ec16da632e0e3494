/** The way to a server: sends one statement; throws with what ClickHouse says. */
export function serverAt(server: {
  readonly url: string
  readonly user?: string
  readonly password?: string
}): (query: string, body?: string) => Promise<string>

/** The statements of schema.sql, for a database of that name. */
export function statements(database?: string): readonly string[]

/** Replaces or adds the records, which are lines of JSON with an `id`. The first node spreads them over the shards. */
export function load(
  nodes: readonly ((query: string, body?: string) => Promise<string>)[],
  database: string,
  facet: string,
  lines: readonly string[],
): Promise<void>
