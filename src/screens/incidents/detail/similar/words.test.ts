import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../../test/tools/records'
import { duration, instant } from '../../../../domain/units'
import { fixVerdict, lengthText, mendings, ordinal, recurrenceText } from './words'

const hour = 3_600_000

describe('words of what came back', () => {
  it('counts as people do', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 1_002].map(ordinal)).toEqual([
      '1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '1,002nd',
    ]) // prettier-ignore
    expect(recurrenceText({ nth: 16, recent: 3, later: 0 }, true)).toBe('3rd time in 60 days, 16th in 12 months')
    expect(recurrenceText({ nth: 3, recent: 3, later: 2 }, true)).toBe('3rd time in 60 days, and 2 more since')
    expect(recurrenceText({ nth: 1, recent: 1, later: 0 }, false)).toBe('at least the 1st time in 12 months')
  })
  it('says what became of the fix', () => {
    const fix = { at: instant(Date.UTC(2026, 9, 12)), what: 'Trust both' }
    const told = (verdict: 'held' | 'too early' | 'did not hold', recurrences = 0) =>
      fixVerdict(
        { nth: 1, recent: 1, later: 0, fix: { fix, outcome: { verdict, quiet: duration(hour), recurrences } } },
        'UTC',
      )
    expect(told('did not hold', 2)).toBe(
      'The last fix (12 Oct, “Trust both”) did not hold: 2 incidents began after it.',
    )
    expect(told('held')).toBe('The last fix (12 Oct, “Trust both”) has held for 1 h.')
    expect(told('too early')).toMatch(/^Too early to tell whether the last fix \(12 Oct, “Trust both”\) holds: 1 h/)
    expect(fixVerdict({ nth: 1, recent: 1, later: 0 }, 'UTC')).toBe('No fix of it is recorded.')
  })
})

describe('words of an earlier incident', () => {
  const at = (ms: number) => instant(ms)
  it('tells its length, or why it cannot', () => {
    const length = (resolved?: number, state: 'closed' | 'mitigating' = 'closed') =>
      lengthText(
        anIncident({
          id: 'I',
          state,
          opened: at(0),
          clocks: { detected: at(0), ...(resolved !== undefined && { resolved: at(resolved) }) },
        }),
        at(5 * hour),
      )
    expect(length(2 * hour)).toBe('took 2 h')
    expect(length(-hour)).toBe('its end lies before its beginning')
    expect(length()).toBe('how long is not recorded')
    expect(length(undefined, 'mitigating')).toBe('still open after 5 h')
  })
  it('tells all that is written down of how it was mended', () => {
    const incident = anIncident({
      id: 'I',
      review: { summary: 'It broke', factors: [], wentWell: [], lessons: [], sharedWith: [] },
    })
    const entry = {
      id: 't',
      incident: 'I',
      at: at(1),
      sequence: 1,
      kind: 'state' as const,
      to: 'resolved',
      text: 'Renewed',
    }
    expect(mendings(incident, [entry], undefined, 'UTC')).toEqual(['Resolved: Renewed', 'Review: It broke'])
    expect(mendings(anIncident({ id: 'X' }), [entry], undefined, 'UTC')).toEqual([])
  })
})
