import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { catalogue } from '../../sources/catalogue'
import { faultsOf } from './faults'
import { checkConfig } from './check'
import { published } from './schema'

const shipped = (name: string): unknown => JSON.parse(readFileSync(`public/${name}`, 'utf8'))

// `npx vitest run --project unit src/app/config -u` writes it anew.
it('publishes the schema that configurations are checked against', async () => {
  const text = `${JSON.stringify(published(catalogue), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../../public/watchbill.config.schema.json')
})

it('ships a configuration that passes both the check and the published schema', () => {
  const config = shipped('watchbill.config.json')
  expect(checkConfig(config, catalogue)).toEqual({ config })
  expect(faultsOf(published(catalogue), config)).toEqual([])
})

it('agrees with the check on what is right and what is wrong', () => {
  const right = { sources: [{ id: 'main', type: 'rest', title: 'Main', options: { url: 'api' } }] }
  const wrong = { sources: [{ id: 'main', type: 'rest', options: { ulr: 'api' } }] }
  expect(faultsOf(published(catalogue), right)).toEqual([])
  expect(faultsOf(published(catalogue), wrong)).not.toEqual([])
  expect(checkConfig(wrong, catalogue)).toHaveProperty('faults')
})

it('takes limits and names for a source of any type, and says which part of them is wrong', () => {
  const of = (more: object) => ({ sources: [{ id: 'main', type: 'rest', options: { url: 'api' }, ...more }] })
  const right = of({ only: { facets: ['incidents'], teams: ['team:a'] }, aliases: { teams: { PAY: 'payments' } } })
  expect(checkConfig(right, catalogue)).toMatchObject({
    config: { sources: [{ title: 'main', only: { facets: ['incidents'] }, aliases: { teams: { PAY: 'payments' } } }] },
  })
  const wrong = checkConfig(of({ only: { facets: ['incident'] } }), catalogue)
  expect(wrong).toMatchObject({ faults: [{ place: expect.stringContaining('only.facets') as string }] })
})
