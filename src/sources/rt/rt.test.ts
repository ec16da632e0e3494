import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../domain/command'
import { instant } from '../../domain/units'
import { createEngine } from '../engine/engine'
import { hosted } from '../engine/host'
import { remoteEngine } from '../engine/remote'
import { entriesOf, textsOf } from './history'
import { incidentOf, problemOf } from './map'
import { rulesOf } from './rules'
import { openRt } from './source'
import { ticket as schema, transaction } from './wire'

/** As Request Tracker 5.0.3 told a ticket of its first lifecycle. */
const told = {
  id: '2',
  type: 'ticket',
  _url: 'https://rt.example/REST/2.0/ticket/2',
  Subject: 'Ünder 支',
  Status: 'open',
  Priority: '0',
  Owner: { id: 'Nobody', type: 'user', _url: 'https://rt.example/REST/2.0/user/Nobody' },
  Created: '2026-11-21T15:54:01Z',
  Started: '2026-11-21T15:54:04Z',
  Resolved: '1970-01-01T00:00:00Z',
  LastUpdated: '2026-11-21T15:54:46Z',
  CustomFields: [
    { id: '2', name: 'Workload', type: 'customfield', values: ['a', 'b'] },
    { id: '3', name: 'Team', type: 'customfield', values: [] },
  ],
  _hyperlinks: [
    { ref: 'self', id: 2, type: 'ticket', _url: 'https://rt.example/REST/2.0/ticket/2' },
    { ref: 'parent', id: '1', type: 'ticket', _url: 'https://rt.example/REST/2.0/ticket/1' },
    { ref: 'history', _url: 'https://rt.example/REST/2.0/ticket/2/history' },
  ],
}
const rules = rulesOf({ fields: { workloads: 'workload', team: 'Team' }, severities: { '100': 1, '80': 2, High: 3 } })
const read = (more: object) => v.parse(schema, { ...told, ...more })

describe('a ticket', () => {
  it('has no moment of 1970, no owner called Nobody, and no severity 0', () => {
    expect(incidentOf(read({}), rules)).toEqual({
      id: 'RT#2',
      title: 'Ünder 支',
      state: 'acknowledged',
      opened: Date.parse(told.Created),
      clocks: { detected: Date.parse(told.Created), acknowledged: Date.parse(told.Started) },
      workloads: ['a', 'b'],
      roles: [],
      factors: [],
      labels: [],
      links: [{ title: 'RT #2', url: 'https://rt.example/Ticket/Display.html?id=2' }],
      problem: 'RT#1',
      version: told.LastUpdated,
    })
    expect(incidentOf(read({ CustomFields: '', _hyperlinks: null }), rules).workloads).toEqual([])
  })

  it('is as severe as its priority, in numbers or words, and shows words that nobody explained', () => {
    const severityOf = (Priority: string) => {
      const { severity, severityText } = incidentOf(read({ Priority }), rules)
      return severity ?? severityText
    }
    expect(['100', '120', '99', '7', 'High', 'Odd'].map(severityOf)).toEqual([1, 1, 2, '7', 3, 'Odd'])
  })

  it('that was opened again burns, and one that was rejected was never resolved', () => {
    const Resolved = '2026-11-21T16:00:00Z'
    expect(incidentOf(read({ Resolved }), rules).clocks).not.toHaveProperty('resolved')
    expect(incidentOf(read({ Resolved, Status: 'resolved' }), rules).clocks.resolved).toBe(Date.parse(Resolved))
    const rejected = incidentOf(read({ Resolved, Status: 'rejected' }), rules)
    expect([rejected.state, rejected.clocks.closed, rejected.clocks.resolved]).toEqual([
      'closed',
      Date.parse(Resolved),
      undefined,
    ])
    expect(problemOf(read({ Resolved, Status: 'rejected' }), rules)).toMatchObject({ state: 'resolved', fixes: [] })
    expect(incidentOf(read({ Status: 'stalled' }), rules).state).toBe('unknown:stalled')
  })
})

describe('a history', () => {
  const one = (Type: string, more: object = {}) =>
    v.parse(transaction, { id: '51', Type, Created: told.Created, Creator: { id: 'root' }, ...more })

  it('names people and fields by name, links by ticket, and leaves out mail and echoes', () => {
    const numbers = { fields: new Map([['3', 'Team']]), users: new Map([['6', 'Nobody'], ['35', 'okafor']]) } // prettier-ignore
    const entries = entriesOf(
      [
        one('Set', { Field: 'Owner', OldValue: '6', NewValue: '35' }),
        one('SetWatcher', { Field: 'Owner', OldValue: '6', NewValue: '35' }),
        one('CustomField', { Field: '3', OldValue: 'A', NewValue: 'B' }),
        one('AddLink', { Field: 'MemberOf', NewValue: 'fsck.com-rt://live/ticket/1' }),
        one('DeleteLink', { Field: 'RefersTo', OldValue: 'https://elsewhere.example/' }),
        one('EmailRecord'),
        one('Set', { Field: 'Priority', OldValue: '0', NewValue: '100' }),
      ],
      new Map(),
      'RT#2',
      rules,
      numbers,
    )
    expect(entries.map(({ kind, from, to, text }) => [kind, from, to, text])).toEqual([
      ['assignment', undefined, 'person:okafor', undefined],
      ['assignment', 'team:A', 'team:B', undefined],
      ['link', undefined, 'RT#1', undefined],
      ['unknown:DeleteLink', undefined, undefined, 'RefersTo https://elsewhere.example/'],
      ['severity', undefined, '1', undefined],
    ])
  })

  it('says what was written, in plain text where there is some', () => {
    const part = (TransactionId: string, ContentType: string, Content: string) => ({
      TransactionId,
      ContentType,
      Content,
    })
    const texts = textsOf([
      part('1', 'text/html', '<p>A &lt;b&gt; note</p>'),
      part('1', 'text/plain', 'A <b> note\n'),
      part('2', 'text/html', 'one<br>two &amp;amp; more'),
    ])
    expect([...texts]).toEqual([
      ['1', 'A <b> note'],
      ['2', 'one\ntwo &amp; more'],
    ])
  })
})

const state = { answer: [] as readonly string[], put: 0 }
const server = setupServer(
  http.get('http://rt.test/REST/2.0/tickets', () => HttpResponse.json({ items: [told], total: 1 })),
  http.get('http://rt.test/REST/2.0/ticket/2', () =>
    HttpResponse.json(told, { headers: { etag: '"52"', 'last-modified': told.LastUpdated } }),
  ),
  http.put('http://rt.test/REST/2.0/ticket/2', () => {
    state.put += 1
    return HttpResponse.json([...state.answer])
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => Object.assign(state, { answer: [], put: 0 }))
afterAll(() => server.close())

describe('a command', () => {
  const send = (command: Command) => {
    const source = openRt(
      { url: 'http://rt.test', incidentQueues: ['Incidents'], severities: { High: 1 } },
      { id: 'rt', title: '', base: 'http://app.test/', now: () => Date.now() },
      remoteEngine(hosted(createEngine('rt')), 'rt'),
    )
    const envelope = { key: 'k', actor: 'Kim', at: instant(0), command }
    return source.commands?.send(envelope, { signal: new AbortController().signal })
  }

  it('that RT refuses in words, though it answers 200, is refused with those words', async () => {
    state.answer = ['Ticket 2: Permission Denied']
    await expect(send({ kind: 'set-state', incident: 'RT#2', to: 'resolved' })).rejects.toMatchObject({
      fault: 'forbidden',
      message: expect.stringContaining('Ticket 2: Permission Denied') as string,
    })
    state.answer = ['Ticket 2: That user does not exist']
    await expect(send({ kind: 'assign', incident: 'RT#2', person: 'person:nobody' })).rejects.toMatchObject({
      fault: 'unsupported',
      message: expect.stringContaining('That user does not exist') as string,
    })
  })

  it('for which nothing is configured is refused with the option to name, and nothing is written', async () => {
    const refused = (command: Command, why: RegExp) => expect(send(command)).rejects.toThrow(why)
    await refused({ kind: 'set-state', incident: 'RT#2', to: 'mitigating' }, /option states/)
    await refused({ kind: 'assign', incident: 'RT#2', team: 'team:sre' }, /option fields\.team/)
    // A priority in words would become 0.
    await refused({ kind: 'set-severity', incident: 'RT#2', to: 1, reason: 'Worse' }, /option severities/)
    await refused({ kind: 'link-problem', incident: 'RT#2', problem: 'RT#1' }, /does not take/)
    expect(state.put).toBe(0)
  })
})
