import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../sources/catalogue'
import { fieldsOf } from './fields'
import { renamesOf, renamesText, textsOf } from './lines'
import { faultAt, withValue } from './SchemaForm'

describe('fieldsOf', () => {
  const field = (schema: object) => fieldsOf({ properties: { aField: schema } })[0]
  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'boolean' }, 'flag'],
    [{ enum: ['a', 'b'] }, 'choice'],
    [{ type: 'array', items: { type: 'string' } }, 'texts'],
    [{ type: 'array', items: { enum: ['a'] } }, 'choices'],
    [{ type: 'object', additionalProperties: { type: 'string' } }, 'renames'],
    [{ type: 'object', properties: { a: { type: 'string' } } }, 'group'],
    [{ type: 'array', items: { type: 'object' } }, 'json'],
    [{ oneOf: [{ type: 'string' }, { type: 'number' }] }, 'json'],
  ] as const)('asks for %j by %s', (schema, kind) => {
    expect(field(schema)?.kind).toBe(kind)
  })
  it('names a field by its title, else by the words of its key', () => {
    expect(field({ type: 'string' })?.label).toBe('A field')
    expect(field({ type: 'string', title: 'Field' })?.label).toBe('Field')
  })
  it('asks for what is needed first', () => {
    const properties = { may: { type: 'string' }, must: { type: 'string' } }
    expect(fieldsOf({ required: ['must'], properties }).map(({ name }) => name)).toEqual(['must', 'may'])
  })
  it('finds a control for every option of every source', () => {
    for (const { options } of catalogue) expect(fieldsOf(options).length).toBeGreaterThan(0)
  })
})

describe('lines', () => {
  it('reads the rules that it writes', () => {
    const rules = { 'PAY-SQUAD': 'payments', 'a=b': 'c' }
    expect(renamesOf(renamesText(rules))).toEqual({ rules, wrong: undefined })
  })
  it('says which line is no rule', () => {
    expect(renamesOf('a = b\nc').wrong).toBe('Line 2 is no rule: write “theirs = ours”.')
    expect(renamesOf('a = b\na = c').wrong).toBe('Line 2 names “a” a second time.')
  })
  it('leaves out empty lines', () => {
    expect(textsOf('a\n\n b ')).toEqual(['a', 'b'])
    expect(renamesOf('\n a = b \n').rules).toEqual({ a: 'b' })
  })
})

describe('values', () => {
  it('leaves an emptied field out, and the others where they are', () => {
    expect(withValue({ a: 1, b: 2 }, 'a', '')).toEqual({ b: 2 })
    expect(withValue({ a: 1, b: 2 }, 'a', [])).toEqual({ b: 2 })
    expect(Object.keys(withValue({ a: 1, b: 2 }, 'a', 3))).toEqual(['a', 'b'])
  })
  it('tells a field its own fault: at it, within it, or that it is missing', () => {
    const faults = [
      { place: 's[0].options', wrong: '“url” is missing.' },
      { place: 's[0].options.map.x', wrong: 'no', allowed: 'yes' },
    ]
    expect(faultAt(faults, 's[0].options', 'url')).toBe('“url” is missing.')
    expect(faultAt(faults, 's[0].options', 'map')).toBe('no Allowed: yes.')
    expect(faultAt(faults, 's[0].options', 'ma')).toBeUndefined()
    expect(faultAt(faults, 's[1].options', 'url')).toBeUndefined()
  })
})
