import { describe, expect, it } from 'vitest'
import type { Incident } from '../incident'
import { instant } from '../units'
import { reviewFile, reviewJson, reviewMarkdown, type ToldReview } from './incidentReview'

const incident: Incident = {
  id: 'INC-1',
  title: 'Cards *fail*',
  severity: 1,
  state: 'closed',
  opened: instant(0),
  clocks: {},
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
}
const told = (more: Partial<ToldReview> = {}): ToldReview => ({
  incident,
  standing: 'overdue by 3 d',
  policy: 'SEV1 and SEV2 within 7 days',
  actions: [],
  missing: [],
  now: instant(Date.UTC(2026, 10, 20, 9, 42)),
  zone: 'UTC',
  ...more,
})
const review = {
  summary: 'What | happened',
  heldAt: instant(Date.UTC(2026, 10, 18)),
  factors: ['Trigger: certificate rotated', 'No canary'],
  wentWell: ['Quick call'],
  lessons: [],
  sharedWith: ['Operations'],
}

describe('an exported review', () => {
  it('says of each part that nothing is recorded, and escapes what would be a mark', () => {
    const text = reviewMarkdown(told({ missing: ['Other log: no answer'] }))
    expect(text).toContain(String.raw`- Incident: INC-1 Cards \*fail\*`)
    expect(text).toContain('- Missing: Other log: no answer')
    expect(text.match(/- not recorded/g)).toHaveLength(8)
  })
  it('keeps the trigger apart from the factors, and tells owner and due of an action', () => {
    const action = { id: 'A1', title: 'Add a canary', kind: 'prevent', state: 'open' }
    const due = instant(Date.UTC(2026, 11, 1))
    const text = reviewMarkdown(
      told({
        incident: { ...incident, review },
        actions: [
          { ...action, owner: 'SRE', due },
          { ...action, doneAt: due },
        ],
      }),
    )
    expect(text).toContain('## Trigger\n\n- certificate rotated\n\n## Contributing factors\n\n- No canary\n')
    expect(text).toContain('- Add a canary (A1): prevent, open, SRE, due 1 Dec 2026')
    expect(text).toContain('- Add a canary (A1): prevent, open, no owner, done 1 Dec 2026')
  })
  it('is JSON whose absent fields are not recorded', () => {
    const read: unknown = JSON.parse(reviewJson(told({ incident: { ...incident, review } })))
    expect(read).toMatchObject({ trigger: 'certificate rotated', heldAt: '2026-11-18T00:00:00+00:00', lessons: [] })
    expect(Object.keys(JSON.parse(reviewJson(told())) as object)).not.toContain('summary')
  })
  it('is named by incident and moment', () => {
    expect(reviewFile(told(), 'markdown').name).toBe('post-incident-review-of-inc-1-2026-11-20-0942-utc.md')
    expect(reviewFile(told(), 'json').type).toBe('application/json')
  })
})
