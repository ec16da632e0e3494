import { expect, it } from 'vitest'
import { day24, instant } from '../../../domain/units'
import { judgedFixes, rateText, verdictText } from './fixes'

const now = instant(1000 * day24)
const day = (number: number) => instant(number * day24)
const fix = (number: number) => ({ at: day(number), what: `on day ${number}` })

it('judges each fix by the incidents, the newest first', () => {
  const [late, early] = judgedFixes({ fixes: [fix(980), fix(500)] }, [700, 100, 300, 460].map(day), now)
  expect(early?.fix.what).toBe('on day 500')
  expect(early?.outcome && verdictText(early.outcome)).toEqual({
    tone: 'bad',
    text: 'did not hold',
    why: '1 incident since, the first after 200 d; the longest pause before it was 200 d.',
  })
  expect(late?.outcome && verdictText(late.outcome).text).toBe('too early to tell, 20 d')
})

it('counts from the first incident, without it, and between fixes', () => {
  const [late, early] = judgedFixes({ fixes: [fix(500), fix(800)] }, [100, 300, 460, 700].map(day), now)
  expect(early?.rate && rateText(early.rate)).toBe('Before 2 in 400 d, after 1 in 300 d: too few to tell (n = 3).')
  expect(late?.rate && rateText(late.rate)).toBe('Before 1 in 300 d, after 0 in 200 d: too few to tell (n = 1).')
})

it('gives the interval where there are enough', () => {
  const began = Array.from({ length: 11 }, (_, index) => day(100 + index * 10))
  const [judged] = judgedFixes({ fixes: [fix(200)] }, began, instant(300 * day24))
  // None of 10 over times of one length: 1 − 0.025^(1/10), as odds.
  expect(judged?.rate && rateText(judged.rate)).toBe(
    'Before 10 in 100 d, after 0 in 100 d: rate × 0.00 (95 %: 0.00–0.45), real change.',
  )
})

it('judges nothing while not every incident is known, and no rate without a time before', () => {
  expect(judgedFixes({ fixes: [fix(5)] }, undefined, now)).toEqual([{ fix: fix(5) }])
  expect(judgedFixes({ fixes: [fix(5)] }, [], now)[0]).not.toHaveProperty('rate')
})
