import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../../../domain/units'
import { anIncident } from '../../../../../test/tools/records'
import { fieldsOf, reviewIn, wrongMoment } from './fields'

const zone = 'Europe/Berlin'
const heldAt = parseInstant('2026-11-18T13:30:41Z')
const review = {
  summary: 'What happened',
  ...(heldAt !== undefined && { heldAt }),
  factors: ['Trigger: certificate rotated', 'No canary', 'Alarm muted'],
  wentWell: ['Quick call'],
  lessons: [],
  sharedWith: ['Operations', 'Everybody'],
}

describe('the form of a review', () => {
  it('gives back what it was given, to the second', () => {
    const incident = anIncident({ id: 'I', review })
    const fields = fieldsOf(incident, zone)
    expect(fields).toMatchObject({
      heldAt: '2026-11-18T14:30',
      trigger: 'certificate rotated',
      sharedWith: 'Operations\nEverybody',
    })
    expect(reviewIn(fields, incident, zone)).toEqual(review)
  })
  it('begins with the factors of the incident where there is no review', () => {
    expect(fieldsOf(anIncident({ id: 'I', factors: ['certificate'] }), zone)).toMatchObject({
      factors: 'certificate',
      heldAt: '',
    })
  })
  it('leaves out blank lines and a moment that is not given', () => {
    const incident = anIncident({ id: 'I' })
    const fields = { ...fieldsOf(incident, zone), summary: ' a ', factors: ' x \n\n y', trigger: ' ' }
    expect(reviewIn(fields, incident, zone)).toEqual({
      summary: 'a',
      factors: ['x', 'y'],
      wentWell: [],
      lessons: [],
      sharedWith: [],
    })
  })
  it('tells a moment that clocks never show', () => {
    expect(wrongMoment('2026-03-29T02:30', zone)).toBe('There is no such moment.')
    expect(wrongMoment('', zone)).toBeUndefined()
    expect(wrongMoment('2026-10-25T02:30', zone)).toBeUndefined()
  })
})
