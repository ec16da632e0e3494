import { describe, expect, it } from 'vitest'
import { limitText, valueText } from './dimensionWords'
import { instant } from './units'

const reckoning = { zone: 'UTC', now: instant(0) }

describe('the words of a limit', () => {
  it.each([
    [{ by: 'factor', values: ['expired certificate'] }, 'Factor: expired certificate'],
    [{ by: 'factor', values: [''] }, 'Factor: not recorded'],
    [{ by: 'hourOfWeek', values: ['9'] }, 'Starts Mon 09:00–10:00 UTC'],
    [{ by: 'hourOfWeek', values: ['167'] }, 'Starts Sun 23:00–24:00 UTC'],
    [{ by: 'reading', values: ['open'], clock: 'resolve' }, 'Time to resolve: still open'],
    [{ by: 'review', values: ['overdue', 'held-late'] }, 'Review: overdue, held late'],
    [{ by: 'fixed', values: ['yes'] }, 'After its fix'],
    [{ by: 'fixed', values: ['no', ''] }, 'Its fix: not recorded before it began, no problem linked'],
    [{ by: 'reopened', values: ['0', '1', '2', '3'] }, 'Reopened: never, once, 2 times and 1 more'],
    [{ by: 'detection', values: ['customer', 'unknown:robot'] }, 'Noticed by: a customer, robot'],
    [{ by: 'severity', values: ['1', ''] }, 'Severity: SEV1, unknown'],
    [{ by: 'label', values: [] }, 'Label: no value at all'],
  ] as const)('%o is “%s”', (limit, text) => {
    expect(limitText({ ...reckoning, ...limit })).toBe(text)
  })

  it('name what is named, and leave what nobody has a name for', () => {
    const nameOf = (by: string, id: string) => (by === 'team' && id === 'team:pay' ? 'Payments' : undefined)
    expect(limitText({ ...reckoning, by: 'team', values: ['team:pay', 'team:x'] }, nameOf)).toBe(
      'Team: Payments, team:x',
    )
    expect(valueText('team', '', nameOf)).toBe('not recorded')
  })
})
