import { describe, expect, it } from 'vitest'
import { FileFault } from './sink'
import { readDocuments, readYaml } from './yaml'

const text = `# a note
a: 1
b:
  - x: 1
    y:
      z: 2
  - q
c: {d: [1,
  2]}
---
k: v
`

describe('readYaml', () => {
  it('knows the line of every value, and of the nearest parent of one that is missing', () => {
    const { documents, lineOf } = readYaml(text, 64)
    expect(documents).toEqual([{ a: 1, b: [{ x: 1, y: { z: 2 } }, 'q'], c: { d: [1, 2] } }, { k: 'v' }])
    expect(lineOf(0, ['a'])).toBe(2)
    expect(lineOf(0, ['b', 0])).toBe(4)
    expect(lineOf(0, ['b', 0, 'y', 'z'])).toBe(6)
    expect(lineOf(0, ['b', 1])).toBe(7)
    expect(lineOf(0, ['c', 'd', 1])).toBe(9)
    expect(lineOf(0, ['b', 0, 'owner'])).toBe(4)
    expect(lineOf(1, ['k'])).toBe(11)
  })

  it('keeps its place behind anchors, aliases and merges', () => {
    const { documents, lineOf } = readYaml('base: &b\n  r: x\nlist:\n  - *b\n  - <<: *b\n    s: y\n', 64)
    expect(documents).toEqual([{ base: { r: 'x' }, list: [{ r: 'x' }, { r: 'x', s: 'y' }] }])
    expect(lineOf(0, ['list', 1, 's'])).toBe(6)
  })

  it('reads JSON with lines too', () => {
    expect(readYaml('{\n "a": [\n  {"b": 1}\n ]\n}', 64).lineOf(0, ['a', 0, 'b'])).toBe(3)
  })

  it('takes __proto__ for an ordinary key', () => {
    const { documents } = readYaml('__proto__:\n  polluted: yes\na: 1\n', 64)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Reflect.get(documents[0] as object, 'polluted')).toBeUndefined()
  })

  it.each([
    ['a: [1', 1],
    ['a: 1\nb: 2\na: 3\n', 3],
  ])('says where %j is broken', (broken, line) => {
    const reading = () => readYaml(broken, 64)
    expect(reading).toThrow(FileFault)
    expect(reading).toThrow(expect.objectContaining({ line }))
  })

  it('stops at the depth limit', () => {
    expect(() => readYaml('['.repeat(70) + ']'.repeat(70), 64)).toThrow(/not well-formed/)
  })
})

describe('readDocuments', () => {
  it('reads JSON, and finds the line of a value only when asked', () => {
    const { documents, lineOf } = readDocuments('a.json', '{\n "a": [\n  1,\n  2\n ]\n}', 64)
    expect(documents).toEqual([{ a: [1, 2] }])
    expect(lineOf(0, ['a', 1])).toBe(4)
  })
  it('says where JSON is broken', () => {
    expect(() => readDocuments('a.json', '{"a": 1,\n "b": [}', 64)).toThrow(expect.objectContaining({ line: 2 }))
  })
  it('stops at the depth limit without exhausting the stack', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    expect(() => readDocuments('a.json', deep, 64)).toThrow(/nested deeper than 64 levels/)
  })
})
