import { expect, it } from 'vitest'
import { instant } from '../../../domain/units'
import { clockChanges } from './hoursClock'

const year = { from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2027, 0, 1)) }

it('says which hours do not exist and which occur twice', () => {
  const [skipped, twice, ...rest] = clockChanges({ ...year, zone: 'Europe/Berlin' })
  expect(skipped).toMatch(/^Did not exist, as clocks went forward: 02:00 to 03:00 on .*29 Mar.*\.$/)
  expect(twice).toMatch(/^Occurred twice, as clocks went back: 02:00 to 03:00 on .*25 Oct.*\.$/)
  expect(rest).toEqual([])
})

it('knows half hours, and zones that keep still', () => {
  expect(clockChanges({ ...year, zone: 'Australia/Lord_Howe' })[0]).toMatch(/02:00 to 02:30 on /)
  expect(clockChanges({ ...year, zone: 'UTC' })).toEqual([])
})
