import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../test/tools/workspace'

const told = {
  id: '1',
  title: 'Trouble <here>',
  url: 'https://status.example/1',
  impact: 'major',
  started_at: '2026-03-01T10:00:00Z',
  resolved_at: '2026-03-01T11:00:00Z',
  impact_window: { start_at: '2026-03-01T09:45:00Z', end_at: '2026-03-01T10:50:00Z' },
  updates: [
    { at: '2026-03-01T10:00:00Z', status: 'Investigating', message: 'We look.' },
    { at: '2026-03-01T10:00:00Z', status: 'Update', message: 'a < b' },
    { at: '2026-03-01T11:00:00Z', status: 'Resolved', message: 'Done.' },
  ],
  components: ['Search', 'Checkout'],
}
const history = (...records: readonly object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')
const at = (hour: number, minute = 0) => Date.UTC(2026, 2, 1, hour, minute)

describe('a status page history', () => {
  it('tells an incident with its clocks, workloads and updates in order', async () => {
    const { of, complaints } = await readWorkspace({ 'h.jsonl': history(told) })
    expect(complaints).toEqual([])
    expect(of('incidents')).toEqual([
      {
        id: '1',
        title: 'Trouble <here>',
        severity: 2,
        severityText: 'major',
        state: 'resolved',
        opened: at(10),
        clocks: { started: at(9, 45), detected: at(10), resolved: at(11) },
        workloads: ['Search', 'Checkout'],
        roles: [],
        factors: [],
        labels: [],
        links: [{ title: 'Status page', url: 'https://status.example/1' }],
      },
    ])
    expect(of('timeline').map(({ kind, to, text }) => [kind, to, text])).toEqual([
      ['state', 'Investigating', 'We look.'],
      ['update', undefined, 'a < b'],
      ['state', 'Resolved', 'Done.'],
    ])
  })

  it('tells a maintenance as a planned event from when it began', async () => {
    const maintenance = {
      ...told,
      impact: 'maintenance',
      updates: [
        { at: '2026-03-01T10:00:00Z', status: 'Scheduled' },
        { at: '2026-03-01T10:30:00Z', status: 'In progress' },
      ],
    }
    const { of } = await readWorkspace({ 'h.jsonl': history(maintenance) })
    expect(of('incidents')).toEqual([])
    expect(of('events')).toEqual([
      expect.objectContaining({ id: '1', kind: 'change', planned: true, at: at(10, 30), until: at(11) }),
    ])
  })

  it('marks guessed components, and counts them; none recorded are none', async () => {
    const { components: _components, ...without } = told
    const { of, caveats } = await readWorkspace({
      'h.jsonl': history({ ...told, components_source: 'a model' }, { ...without, id: '2' }),
    })
    expect(of('incidents').map(({ id, inferred, workloads }) => [id, inferred, workloads.length])).toEqual([
      ['1', ['workloads'], 2],
      ['2', undefined, 0],
    ])
    expect(caveats('incidents')).toEqual([expect.objectContaining({ kind: 'inferred', count: 1 })])
  })

  it('leaves a running incident open, in its last told state', async () => {
    const { resolved_at: _resolved, ...running } = told
    const monitoring = { at: '2026-03-01T10:40:00Z', status: 'Monitoring' }
    const { of } = await readWorkspace({
      'h.jsonl': history(
        { ...running, updates: [told.updates[0], monitoring, told.updates[1]] },
        { ...running, id: '2', updates: [{ at: '2026-03-01T10:00:00Z', status: 'Verifying' }] },
      ),
    })
    expect(of('incidents').map(({ state, clocks }) => [state, clocks.resolved])).toEqual([
      ['mitigating', undefined],
      ['unknown:Verifying', undefined],
    ])
  })

  it('sets aside what it cannot read, with the line', async () => {
    const { complaints, of } = await readWorkspace({
      'h.jsonl': history(told, { ...told, id: '2', started_at: 'yesterday' }, told) + '{"id": \n',
    })
    expect(of('incidents')).toHaveLength(1)
    expect(complaints).toEqual([
      'h.jsonl:2: started_at: “yesterday” is not a moment written as ISO 8601 with its offset.',
      'h.jsonl:3: It is told already: the first one counts.',
      'h.jsonl:4: The line is not JSON.',
    ])
  })
})
