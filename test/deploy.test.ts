import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { headersWithSignIn, securityHeaders } from './tools/csp'

const shipped = readFileSync('src/deploy/nginx.conf', 'utf8')

it.each(Object.entries(securityHeaders))(
  'nginx is shipped with the %s that the product is tested under',
  (name, value) => {
    const line = shipped.split('\n').find((each) => each.trim().toLowerCase().startsWith(`add_header ${name} `))
    expect(line?.trim().slice(`add_header ${name} `.length)).toBe(
      `${value.includes(' ') ? `"${value}"` : value} always;`,
    )
  },
)

it('shows where the provider goes that people sign in at, as it is tested', () => {
  const issuer = 'https://login.example'
  const [, directive] = /^ *# … (connect-src [^;]+;) …$/m.exec(shipped) ?? []
  expect(directive).toBeDefined()
  expect(headersWithSignIn(issuer)['content-security-policy']).toContain(directive)
})

it('takes a map of each backend away before any other rule, and no location drops the headers', () => {
  expect(readFileSync('src/deploy/backends/example.conf', 'utf8')).toMatch(/^location \^~ \/backends\//m)
  const locations = [...shipped.matchAll(/location [^{]*\{([^}]*)\}/g)].map(([, body]) => body)
  expect(locations.length).toBeGreaterThan(2)
  for (const body of locations) expect(body).not.toMatch(/add_header/)
})
