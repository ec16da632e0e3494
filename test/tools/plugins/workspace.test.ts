import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileOf, listFiles, workspace } from './workspace'

const folder = mkdtempSync(join(tmpdir(), 'watchbill-workspace-'))

beforeAll(() => {
  mkdirSync(join(folder, 'teams'))
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'watchbill.yaml'), 'version: 1')
  writeFileSync(join(folder, 'teams/pay ments.yaml'), 'name: Payments')
  writeFileSync(join(folder, 'node_modules/left.json'), '{}')
  symlinkSync('/etc/hostname', join(folder, 'outside'))
})

describe('workspace folder', () => {
  it('lists its files, not what tools put there', () => {
    expect(listFiles(folder).toSorted()).toEqual(['teams/pay ments.yaml', 'watchbill.yaml'])
  })
  it('serves a file by its encoded path', () => {
    expect(fileOf(folder, 'teams/pay%20ments.yaml')).toBe(join(folder, 'teams/pay ments.yaml'))
  })
  it.each(['../secret', '..%2f..%2fetc/passwd', 'teams', 'none.yaml', 'outside'])('serves nothing for %s', (path) => {
    expect(fileOf(folder, path)).toBeUndefined()
  })
  it('says what is wrong with a folder that is none', () => {
    expect(() => workspace(join(folder, 'watchbill.yaml'))).toThrow(/not a folder/)
  })
})
