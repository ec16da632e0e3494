import { writeFileSync } from 'node:fs'
import { schemaModule } from './schemas.ts'

writeFileSync('src/sources/files/schemas.generated.ts', schemaModule())
