import { readFileSync, writeFileSync } from 'node:fs'
import { type WireDocument, wireSchemas, wireTypes } from './wire.ts'

const document = JSON.parse(readFileSync('public/openapi.json', 'utf8')) as WireDocument
writeFileSync('src/sources/rest/wire.generated.ts', await wireTypes(document))
writeFileSync('src/sources/rest/schemas.generated.ts', wireSchemas(document))
