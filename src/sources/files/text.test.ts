import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { headOf } from './text'

const lines = Array.from({ length: 40_000 }, (_, index) => `row ${index} ${Math.sqrt(index)}`).join('\n')

describe('headOf', () => {
  it('is the beginning of a file, packed or not, even where only its first bytes are here', async () => {
    for (const blob of [new Blob([lines]), new Blob([gzipSync(lines)])]) {
      expect(await headOf(blob, 100)).toBe(lines.slice(0, 100))
      expect(await headOf(blob.slice(0, 65_536), 100)).toBe(lines.slice(0, 100))
    }
  })
  it('is empty where nothing can be unpacked', async () => {
    expect(await headOf(new Blob([new Uint8Array([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9])]))).toBe('')
  })
})
