import { expect, it } from 'vitest'
import { queries } from '../queries'

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const rule = ([name, query]: readonly [string, string]) => `    <rule>
      <url>/watchbill/v1/${name}</url>
      <methods>GET</methods>
      <handler>
        <type>predefined_query_handler</type>
        <user>watchbill</user>
        <query>
${inXml(query)}
FORMAT JSONCompact
        </query>
      </handler>
    </rule>`

// Deployed questions are those of this build, word for word: `npx vitest run src/sources/clickhouse/deploy -u` writes them anew.
it('ships a handler for every question', async () => {
  const rules = Object.entries(queries).map(rule).join('\n')
  await expect(`<!-- Written from src/sources/clickhouse/queries: see deploy/handlers.test.ts. Version 1 of schema.sql. -->
<clickhouse>
  <http_handlers>
${rules}
    <defaults/>
  </http_handlers>
</clickhouse>
`).toMatchFileSnapshot('./config.d/handlers.xml')
})
