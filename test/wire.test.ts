import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type WireDocument, wireSchemas, wireTypes } from './tools/wire.ts'

const text = readFileSync('public/openapi.json', 'utf8')
const document = JSON.parse(text) as WireDocument & {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>
}

/** Places of the document where a schema or field stands without a word about what it means. */
function wordless(value: unknown, place: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const mute = 'type' in value && typeof value.type === 'string' && !('description' in value) ? [place] : []
  return [...mute, ...Object.entries(value).flatMap(([key, part]) => wordless(part, `${place}/${key}`))]
}

test('every schema and every field of the document is described', () => {
  expect(Object.keys(document.components.schemas).length).toBeGreaterThan(40)
  const parts = Object.entries(document.components.schemas).flatMap(([name, schema]) => wordless(schema, name))
  expect(parts).toEqual([])
})

test('every reference of the document leads somewhere', () => {
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name) => !(name in document.components.schemas))).toEqual([])
})

test('no operation is named twice', () => {
  const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((each) => each.operationId))
  expect(new Set(ids).size).toBe(ids.length)
})

test('types and checks are made from the document as it is: `npm run wire`', async () => {
  expect(document.info.version).toBe('1.0.0')
  expect(readFileSync('src/sources/rest/wire.generated.ts', 'utf8')).toBe(await wireTypes(document))
  expect(readFileSync('src/sources/rest/schemas.generated.ts', 'utf8')).toBe(wireSchemas(document))
})
