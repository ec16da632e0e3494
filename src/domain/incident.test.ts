import { describe, expect, it } from 'vitest'
import { type Incident, isOpenAt, readClock } from './incident'
import { instant } from './units'

const at = (minutes: number) => instant(minutes * 60_000)
const incident = (clocks: Incident['clocks'], state: Incident['state'] = 'mitigating'): Incident => ({
  id: 'INC-1',
  title: 'x',
  state,
  opened: clocks.detected ?? clocks.started ?? at(0),
  clocks,
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
})

describe('readClock', () => {
  it('measures an interval that ended', () => {
    expect(readClock(incident({ detected: at(5), resolved: at(65) }), 'resolve', at(99))).toEqual({
      kind: 'closed',
      length: 3_600_000,
    })
  })
  it('counts an incident that is still open with its age', () => {
    expect(readClock(incident({ detected: at(5) }), 'resolve', at(35))).toEqual({ kind: 'open', length: 1_800_000 })
  })
  it('never invents a resolution for one that was closed without', () => {
    expect(readClock(incident({ detected: at(5), closed: at(9) }, 'closed'), 'resolve', at(35))).toEqual({
      kind: 'missing',
    })
  })
  it('shows a negative length as the fault it is', () => {
    expect(readClock(incident({ detected: at(5), acknowledged: at(3) }), 'acknowledge', at(35))).toEqual({
      kind: 'fault',
      length: -120_000,
    })
  })
  it('has nothing to say without the moment it starts from', () => {
    expect(readClock(incident({ started: at(1), resolved: at(9) }), 'resolve', at(35))).toEqual({ kind: 'missing' })
  })
})

describe('isOpenAt', () => {
  const ended = incident({ detected: at(5), closed: at(9) }, 'closed')
  it.each([
    [4, false],
    [5, true],
    [8, true],
    [9, false],
  ])('counts opening and leaves ending out: minute %i is %s', (minute, open) => {
    expect(isOpenAt(ended, at(minute))).toBe(open)
  })
  it('believes the state where no end was recorded', () => {
    expect(isOpenAt(incident({ detected: at(5) }, 'resolved'), at(50))).toBe(false)
    expect(isOpenAt(incident({ detected: at(5) }, 'unknown:-100'), at(50))).toBe(true)
  })
})
