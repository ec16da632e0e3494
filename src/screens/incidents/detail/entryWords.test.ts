import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../../domain/timeline'
import { instant } from '../../../domain/units'
import { entryWords } from './entryWords'

const say = { party: (id: string) => ({ 'team:sre': 'SRE', 'person:lee': 'T. Lee' })[id] ?? id }
const told = (over: Partial<TimelineEntry>) => {
  const entry: TimelineEntry = { id: 'e', incident: 'I', at: instant(0), sequence: 1, kind: 'note', ...over }
  const { pieces, body } = entryWords(entry, say)
  return [pieces.map(({ text }) => text).join(''), body]
}

describe('entryWords', () => {
  it.each<[Partial<TimelineEntry>, string, string | undefined]>([
    [{ kind: 'state', actor: 'T. Lee', to: 'acknowledged' }, 'T. Lee acknowledged', undefined],
    [{ kind: 'state', to: 'mitigating', text: 'Failing over' }, 'Moved to Mitigating', 'Failing over'],
    [{ kind: 'state', actor: 'A', to: 'unknown:parked' }, 'A moved to Unknown (parked)', undefined],
    [{ kind: 'severity', actor: 'A', from: '2', to: '1' }, 'A raised severity SEV2 to SEV1', undefined],
    [{ kind: 'severity', actor: 'A', from: '1', to: '3' }, 'A lowered severity SEV1 to SEV3', undefined],
    [{ kind: 'severity', actor: 'A', to: '3' }, 'A set severity SEV3', undefined],
    [{ kind: 'assignment', actor: 'A', from: 'team:x', to: 'team:sre' }, 'A assigned it to SRE from team:x', undefined],
    [{ kind: 'assignment', to: 'person:lee', text: 'scribe' }, 'T. Lee took the role of scribe', undefined],
    [{ kind: 'escalation', actor: 'paging', to: 'person:lee' }, 'paging escalated to T. Lee', undefined],
    [{ kind: 'event', actor: 'alarms', text: 'p95 > 4s fired. Rule: 5 min.' }, 'Event p95 > 4s fired', 'Rule: 5 min.'],
    [{ kind: 'event', actor: 'alarms' }, 'alarms saw an event', undefined],
    [
      { kind: 'event', actor: 'A', from: 'E', text: 'No longer counted in: p95' },
      'No longer counted in: p95',
      undefined,
    ],
    [{ kind: 'deploy', text: 'ledger 4.81' }, 'Deploy: ledger 4.81', undefined],
    [{ kind: 'plan', actor: 'A', text: 'Freeze deploys' }, 'A finished Freeze deploys', undefined],
    [{ kind: 'link', actor: 'A', to: 'PRB-1' }, 'A linked problem PRB-1', undefined],
    [{ kind: 'link', actor: 'A', from: 'PRB-1', to: '' }, 'A removed the link to problem PRB-1', undefined],
    [{ kind: 'resume', actor: 'A', text: 'It is back.' }, 'A reopened it', 'It is back.'],
    [{ kind: 'unknown:handover', actor: 'A', text: 'x' }, 'A handover', 'x'],
    [{ kind: 'note', text: 'x' }, 'Noted', 'x'],
  ])('%o', (entry, headline, body) => {
    expect(told(entry)).toEqual([headline, body])
  })
})
