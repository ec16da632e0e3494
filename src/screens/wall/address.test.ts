import { describe, expect, it } from 'vitest'
import { duration, minute } from '../../domain/units'
import { readParameters } from './address'

const told = (search: string) => readParameters(search).wrong.map(({ key, because }) => `${key}: ${because}`)
const read = (search: string) => readParameters(search).parameters

describe('the address of the wall', () => {
  it('asks for nothing by itself, but drifts', () => {
    expect(read('')).toMatchObject({ sound: false, scenes: ['board'], drift: true, repeat: 2 * minute })
    for (const key of ['quiet', 'rotate', 'night', 'refresh']) expect(read('')).not.toHaveProperty(key)
  })
  it('asks for sound, its quiet hours and how often it comes again', () => {
    expect(read('?sound=1&quiet=22:00-07:00&repeat=90s')).toMatchObject({
      sound: true,
      quiet: { from: 1320, to: 420 },
      repeat: 90_000,
    })
    expect(told('?quiet=22:00-07:00&repeat=5m')).toEqual(['quiet: needs sound=1', 'repeat: needs sound=1'])
    expect(told('?sound=1&quiet=night&repeat=1s')).toEqual([
      'quiet: hours such as 22:00-06:30',
      'repeat: 15s to 1h, such as 2m',
    ])
  })
  it('names scenes, and how long each is shown', () => {
    expect(read('?scene=Board,lanes,lanes&rotate=30')).toMatchObject({
      scenes: ['board', 'lanes'],
      rotate: duration(30_000),
    })
    expect(told('?scene=board,map')).toEqual(['scene: of board, lanes, planned, weeks'])
    expect(read('?scene=map').scenes).toEqual(['board'])
    expect(told('?rotate=30')).toEqual(['rotate: needs two scenes, such as scene=board,lanes'])
    expect(told('?scene=board,lanes&rotate=1')).toEqual(['rotate: 5s to 1h, such as 30s'])
  })
  it.each([
    ['2', 2],
    ['2.5s', 2.5],
    ['60', 60],
    ['10m', 600],
  ])('takes refresh=%s', (text, seconds) => {
    expect(read(`?refresh=${text}`).refresh).toBe(seconds)
    expect(told(`?refresh=${text}`)).toEqual([])
  })
  it.each(['1', '11m', '-5', 'often', ''])('does not take refresh=%s, and says what it would', (text) => {
    expect(read(`?refresh=${text}`).refresh).toBeUndefined()
    expect(told(`?refresh=${text}`)).toEqual(['refresh: 2s to 10m, such as 5s'])
  })
  it('dims by night and stands still where that is wanted', () => {
    expect(read('?night=22:00-06:00&drift=0')).toMatchObject({ night: { from: 1320, to: 360 }, drift: false })
    expect(told('?night=22:00-22:00&drift=maybe')).toEqual(['night: hours such as 22:00-06:30', 'drift: on or off'])
  })
})
