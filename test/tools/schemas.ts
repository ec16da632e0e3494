import { readFileSync } from 'node:fs'

/** Schemas that are published for editors and checked with by the files source. */
const published = { workspaceSchema: 'public/workspace.schema.json', ownershipSchema: 'public/ownership.schema.json' }

/** The module through which the code knows the published schemas: what lies in `public/` cannot be imported. */
export function schemaModule(): string {
  const lines = Object.entries(published).map(
    ([name, path]) =>
      `/** ${path} */\nexport const ${name} = ${JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 2)}\n`,
  )
  return `// Written by \`npm run schemas\` from public/*.schema.json. Change those.\n${lines.join('\n')}`
}
