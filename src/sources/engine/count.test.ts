import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  eventQuestionArbitrary,
  incident,
  questionArbitrary,
  recordArbitraries,
} from '../../../test/conformance/arbitrary'
import { summarise, summariseEvents } from '../../domain/summarise'
import { behind, dimensions, type SummaryQuestion } from '../../domain/summary'
import { instant } from '../../domain/units'
import { createEngine } from './engine'

const distinct = fc.uniqueArray(incident, { selector: ({ id }) => id, maxLength: 60 })

describe('summaries of the engine', () => {
  it('are what the domain says of the same incidents, before and after a change', () => {
    fc.assert(
      fc.property(
        distinct,
        distinct,
        fc.array(questionArbitrary, { minLength: 1, maxLength: 3 }),
        (old, young, asked) => {
          const engine = createEngine('own')
          engine.put('incidents', old)
          for (const question of asked)
            expect(engine.summarise('incidents', question)).toEqual(summarise(old, question))
          engine.put('incidents', young)
          const latest = [...new Map([...old, ...young].map((each) => [each.id, each])).values()]
          for (const question of asked)
            expect(engine.summarise('incidents', question)).toEqual(summarise(latest, question))
        },
      ),
      { seed: 11, numRuns: 400 },
    )
  })

  it('of events are what the domain says, before and after a change', () => {
    const events = fc.uniqueArray(recordArbitraries.events, { selector: ({ id }) => id, maxLength: 6 })
    fc.assert(
      fc.property(events, events, eventQuestionArbitrary, (old, young, asked) => {
        const engine = createEngine('own')
        engine.put('events', old)
        expect(engine.summarise('events', asked)).toEqual(summariseEvents(old, asked))
        engine.put('events', young)
        const latest = [...new Map([...old, ...young].map((each) => [each.id, each])).values()]
        expect(engine.summarise('events', asked)).toEqual(summariseEvents(latest, asked))
      }),
      { seed: 12, numRuns: 300 },
    )
  })

  it('count as many as are listed behind a cell', () => {
    fc.assert(
      fc.property(distinct, questionArbitrary, (incidents, asked) => {
        const engine = createEngine('own')
        engine.put('incidents', incidents)
        const { bucket: _none, ...question } = asked
        for (const { key, count } of engine.summarise('incidents', question).cells) {
          const limits = Object.fromEntries(question.by.map((by, index) => [by, [key[index] ?? '']]))
          expect(engine.list('incidents', behind(question, limits), { limit: 1 }).total).toBe(count)
        }
      }),
      { seed: 13, numRuns: 200 },
    )
  })

  const question: SummaryQuestion = { query: {}, zone: 'UTC', by: [], now: instant(Date.UTC(2026, 0, 1)) }

  it('have no cells without incidents', () => {
    expect(createEngine('own').summarise('incidents', { ...question, bucket: 'day', by: ['severity'] })).toEqual({
      cells: [],
    })
  })

  it('stay right when there are more combinations than a table holds', () => {
    const incidents = fc.sample(incident, { seed: 2, numRuns: 40 })
    const many = incidents.flatMap((each, index) =>
      Array.from({ length: 40 }, (_, copy) => ({
        ...each,
        id: `${index}-${copy}`,
        team: `team:${index}-${copy}`,
        problem: `p${copy}-${index}`,
      })),
    )
    const engine = createEngine('own')
    engine.put('incidents', many)
    const wide: SummaryQuestion = { ...question, bucket: 'day', by: dimensions }
    expect(many.length).toBeGreaterThan(1_000)
    expect(engine.summarise('incidents', wide)).toEqual(summarise(many, wide))
  })
})
