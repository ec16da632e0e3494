import type { Facet } from '../../domain/query/facets'
import { type Instant, parseInstant } from '../../domain/units'
import { defaultLimits, type Limits } from './limits'
import { checkOf } from './schema'
import { workspaceSchema } from './schemas.generated'
import { FileFault } from './sink'
import { isZone } from '../../domain/time/zone'
import type { TableSpec } from './table/table'
import { readDocuments } from './yaml'

/** How one file of the workspace is read. */
export interface FileSpec {
  readonly path: string
  /** `ownership`, `table`, or the name of a recipe. */
  readonly kind: string
  readonly zone?: string
  /** The rest of a table's rules. */
  readonly table?: TableSpec
}

/** What a workspace says of itself. */
export interface Manifest {
  readonly name?: string
  readonly zone?: string
  readonly asOf?: Instant
  readonly placeholders: readonly string[]
  readonly limits: Limits
  readonly files: readonly FileSpec[]
}

/** Names of manifests, in the order they are looked for. */
export const manifestNames = ['watchbill.yaml', 'watchbill.yml', 'watchbill.json'] as const

interface WrittenFile extends Omit<TableSpec, 'facet'> {
  readonly path: string
  readonly kind: string
  readonly facet?: Facet
}
interface Written extends Omit<Manifest, 'limits' | 'placeholders' | 'asOf' | 'files'> {
  readonly asOf?: string
  readonly placeholders?: readonly string[]
  readonly limits?: Partial<Limits>
  readonly files: readonly WrittenFile[]
}

const check = checkOf(workspaceSchema, '#')

/** Guarantee: the published schema accepted the value, and its properties are those of `Written`. */
const accepted = (value: unknown): Written => value as Written

function fileOf({ path, kind, facet, zone, ...table }: WrittenFile): FileSpec {
  const own = { path, kind, ...(zone !== undefined && { zone }) }
  return facet === undefined ? own : { ...own, table: { facet, ...table, ...(zone !== undefined && { zone }) } }
}

/** Reads a manifest. Throws a FileFault that names the line, what is wrong and what to do. */
export function readManifest(path: string, source: string): Manifest {
  const located = readDocuments(path, source, defaultLimits.depth)
  const [value] = located.documents
  const complaint = check(value ?? {})
  if (complaint) throw new FileFault(complaint.reason, located.lineOf(0, complaint.path))
  const { asOf, placeholders = [], limits, files, name, zone } = accepted(value)
  files.forEach((file, index) => {
    if (file.zone !== undefined && !isZone(file.zone))
      throw new FileFault(
        `“${file.zone}” is no time zone. Write one such as Europe/Berlin.`,
        located.lineOf(0, ['files', index, 'zone']),
      )
  })
  if (zone !== undefined && !isZone(zone))
    throw new FileFault(`“${zone}” is no time zone. Write one such as Europe/Berlin.`, located.lineOf(0, ['zone']))
  const taken = asOf === undefined ? undefined : parseInstant(asOf)
  if (asOf !== undefined && taken === undefined)
    throw new FileFault(
      `asOf: “${asOf}” is not ISO 8601 with an offset, such as 2026-05-01T12:00:00Z.`,
      located.lineOf(0, ['asOf']),
    )
  return {
    ...(name !== undefined && { name }),
    ...(zone !== undefined && { zone }),
    ...(taken !== undefined && { asOf: taken }),
    placeholders,
    limits: { ...defaultLimits, ...limits },
    files: files.map(fileOf),
  }
}
