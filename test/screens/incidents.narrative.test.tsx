import { Blob as NodeBlob } from 'node:buffer'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TimelineEntry } from '../../src/domain/timeline'
import { instant } from '../../src/domain/units'
import { type Source, SourceError } from '../../src/sources/contract'
import { isAbsent, openFolder, truthsOf } from '../acceptance/open'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'

const minute = 60_000
const ago = (minutes: number) => instant(now - minutes * minute)
const incident = anIncident({ id: 'I-1', title: 'Cards fail', state: 'acknowledged', opened: ago(60) })

let last = 0
const said = (over: Partial<TimelineEntry> = {}): TimelineEntry => {
  last += 1
  const at = over.at ?? ago(50 - last / 10)
  return {
    id: `e${last}`,
    incident: 'I-1',
    at,
    recordedAt: at,
    sequence: last,
    kind: 'note',
    actor: 'A',
    text: `No. ${last}`,
    ...over,
  }
}

/** 40 entries: 30 notes, 4 updates, 3 states, an assignment to another team and two within one. */
const long = (): readonly TimelineEntry[] => [
  ...Array.from({ length: 30 }, () => said()),
  ...Array.from({ length: 4 }, () => said({ kind: 'update' })),
  ...Array.from({ length: 3 }, () => said({ kind: 'state', from: 'triggered', to: 'acknowledged' })),
  said({ kind: 'assignment', from: 'team:a', to: 'team:b' }),
  said({ kind: 'assignment', from: 'team:a', to: 'person:x' }),
  said({ kind: 'assignment', from: 'person:x', to: 'team:a' }),
]

function open(timeline: readonly TimelineEntry[], query = '', options: MemoryOptions = {}) {
  const source = memorySource(
    {
      incidents: [incident],
      timeline,
      parties: [{ type: 'person', id: 'person:x', name: 'X', teams: ['team:a'], contacts: [], tags: [] }],
    },
    { asOf: now, ...options },
  )
  openApp(`/incidents/?id=I-1${query}`, [configured(source, 'Larkmere')])
  return { source, user: userEvent.setup() }
}
const region = () => screen.findByRole('region', { name: 'Timeline' })
const entries = async () =>
  within(await region())
    .queryAllByRole('listitem')
    .map((entry) => entry.textContent)
const param = (name: string) => new URLSearchParams(location.search).get(name)
const add = () => screen.findByRole('button', { name: /Add earlier entry/ })
const when = () => screen.findByLabelText(/When it happened/)

beforeEach(() => {
  last = 0
})
afterEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a long timeline', () => {
  it('begins with the moments that count, and says how many are hidden', async () => {
    const { user } = open(long())
    expect(await screen.findByText('40 entries')).toBeVisible()
    expect(screen.getByText('32 of 40 hidden: notes, assignments within a team')).toBeVisible()
    expect(await entries()).toHaveLength(8)
    await user.keyboard('e')
    await waitFor(() => expect(param('log')).toBe('all'))
    await waitFor(async () => expect(await entries()).toHaveLength(40))
    expect(screen.queryByText(/hidden/)).not.toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Moments 8' }))
    await waitFor(async () => expect(await entries()).toHaveLength(8))
    await waitFor(() => expect(param('log')).toBeNull())
  })
  it('is whole where a link says so, and after a kind was chosen', async () => {
    const { user } = open(long(), '&log=all&told=oldest')
    expect(await screen.findByText('40 entries')).toBeVisible()
    expect(await entries()).toHaveLength(40)
    expect((await entries())[0]).toContain('A noted')
    await user.click(within(await region()).getByText('Kind', { selector: 'summary' }))
    await user.click(await screen.findByRole('checkbox', { name: /Update/ }))
    await waitFor(() => expect(param('kinds')).toBe('update'))
    expect(await entries()).toHaveLength(4)
    expect(await screen.findByText('36 of 40 hidden: notes, changes of state, assignments')).toBeVisible()
  })
  it('says of a kind that is not there that it is not, and lets go of it', async () => {
    const { user } = open([said(), said()], '&kinds=deploy,nonsense')
    expect(await screen.findByText('There are no deploys among them.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show every kind' }))
    await waitFor(() => expect(param('kinds')).toBeNull())
    expect(await entries()).toHaveLength(2)
  })
  it('is short up to thirty entries', async () => {
    open(Array.from({ length: 30 }, (_, index) => said(index === 0 ? { kind: 'update' } : {})))
    expect(await screen.findByText('30 entries')).toBeVisible()
    expect(await entries()).toHaveLength(30)
    expect(screen.queryByRole('radiogroup', { name: 'How much is told' })).not.toBeInTheDocument()
  })
})

describe('times', () => {
  it('keep both, and mark what was recorded late, out of order or too early', async () => {
    open([
      said({ at: ago(40), recordedAt: ago(40), text: 'first' }),
      said({ at: ago(45), recordedAt: ago(20), text: 'late' }),
      said({ at: ago(10), recordedAt: ago(15), text: 'wrong' }),
    ])
    const [wrong, first, late] = await entries().then(async (told) => (told.length === 3 ? told : entries()))
    expect(wrong).toContain('recorded 5 min before it happened')
    expect(first).not.toContain('recorded')
    expect(late).toContain('recorded 25 min later')
    expect(late).toContain('out of order')
    expect(late).toContain('recorded 25 min laterat 09:22')
  })
  it('within one minute go by the sequence of the source', async () => {
    const at = instant(Date.UTC(2026, 10, 20, 9, 0))
    open(
      [
        said({ at, sequence: 3, text: 'third' }),
        said({ at, sequence: 1, text: 'first' }),
        said({ at, sequence: 2, text: 'second' }),
      ],
      '&told=oldest',
    )
    await screen.findByText('first')
    expect((await entries()).map((text) => text.replace(/.*noted/, '').replace('Correct', ''))).toEqual([
      'first',
      'second',
      'third',
    ])
  })
})

describe('an entry at a past time', () => {
  it('is added by keyboard at its moment, and marked as recorded later', async () => {
    const { user, source } = open([said()])
    await add()
    await user.keyboard('h')
    const field = await when()
    await waitFor(() => expect(field).toHaveFocus())
    expect(field).toHaveValue('2026-11-20T09:42')
    await user.clear(field)
    await user.type(field, '2026-11-20T09:00')
    await user.type(screen.getByRole('textbox', { name: 'What happened' }), 'The bank called.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(source.sent.map(({ command }) => command)).toEqual([
        { kind: 'add-entry', incident: 'I-1', entry: 'note', text: 'The bank called.', at: Date.UTC(2026, 10, 20, 9) },
      ]),
    )
    expect(source.sent[0]?.version).toBe('1')
    expect(await within(await region()).findByText('recorded 42 min later')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    expect(await add()).toHaveFocus()
  })
  it.each([
    ['2026-11-20T09:43', /^That is in .*: an entry tells what has happened\.$/],
    ['1969-12-31T23:59', 'That is before 1970.'],
    ['', 'Say when it happened.'],
  ])('cannot be at %s', async (text, words) => {
    const { user, source } = open([said()])
    await user.click(await add())
    await user.type(screen.getByRole('textbox', { name: 'What happened' }), 'x')
    const field = await when()
    await user.clear(field)
    if (text !== '') await user.type(field, text)
    expect((await screen.findAllByText(words))[0]).toBeVisible()
    const submit = screen.getByRole('button', { name: 'Add note' })
    expect(submit).toHaveAttribute('aria-disabled', 'true')
    await user.click(submit)
    expect(source.sent).toHaveLength(0)
  })
  it('is warned of before the incident began, and kept when it cannot be sent', async () => {
    const { user, source } = open([said()])
    await user.click(await add())
    const field = await when()
    await user.clear(field)
    await user.type(field, '2026-11-20T08:12')
    expect(await screen.findByText('That is 30 min before the incident began.')).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'What happened' }), 'A deploy.')
    source.fail(new SourceError('forbidden', 'memory', 'You may not.'))
    await user.click(screen.getByRole('button', { name: 'Add note' }))
    const refused = await within(await region()).findByRole('alert')
    expect(refused).toHaveTextContent('Not carried out: You may not.')
    source.fail()
    expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveValue('A deploy.')
    await user.click(within(refused).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(source.sent).toHaveLength(1))
  })
  it('waits where the line is down, and says so', async () => {
    const { user, source } = open([said()])
    await user.click(await add())
    await user.type(screen.getByRole('textbox', { name: 'What happened' }), 'The bank called.')
    source.fail(new SourceError('unreachable', 'memory', 'The line is down.'))
    await user.click(screen.getByRole('button', { name: 'Add note' }))
    const told = within(await region())
    expect(await told.findByText('waits to be sent')).toBeVisible()
    expect(told.getByText('The bank called.', { selector: 'p' })).toBeVisible()
    source.fail()
  })
  it('asks which of two, where clocks were put back, and takes none that they skipped', async () => {
    const { user, source } = open([said()], '&zone=Europe/Berlin')
    await user.click(await add())
    const field = await screen.findByLabelText(/When it happened \(Europe\/Berlin/)
    expect(field).toHaveValue('2026-11-20T10:42')
    await user.type(screen.getByRole('textbox', { name: 'What happened' }), 'x')
    await user.clear(field)
    await user.type(field, '2026-03-29T02:30')
    expect((await screen.findAllByText('Clocks here never showed that: they were put forward.'))[0]).toBeVisible()
    await user.clear(field)
    await user.type(field, '2026-10-25T02:30')
    await user.selectOptions(
      await screen.findByRole('combobox', { name: /clocks were put back/ }),
      'the second time, UTC+1',
    )
    await user.click(screen.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(source.sent[0]?.command).toMatchObject({ at: Date.UTC(2026, 9, 25, 1, 30) }))
  })
  it('cannot be added where no source takes it', async () => {
    const { user } = open([said()], '', { readOnly: true })
    const button = await add()
    expect(button).toHaveAccessibleDescription('Read-only: no connected source takes this.')
    await user.click(button)
    expect(screen.queryByRole('form')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Correct: / })).toHaveAccessibleDescription(/Read-only/)
  })
})

describe('a correction', () => {
  it('stands beside what was said at first', async () => {
    const { user, source } = open([
      said({ id: 'wrong', text: 'It is the cache.' }),
      said({ kind: 'deploy', text: 'ledger 4.81' }),
    ])
    await user.click(await screen.findByRole('button', { name: /^Correct: / }))
    const text = await screen.findByRole('textbox', { name: /What it should say/ })
    await waitFor(() => expect(text).toHaveFocus())
    expect(text).toHaveValue('It is the cache.')
    expect(screen.getByRole('button', { name: 'Save the correction' })).toHaveAccessibleDescription(
      'It says that already.',
    )
    await user.clear(text)
    await user.type(text, 'It is the database.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(source.sent.map(({ command }) => command)).toEqual([
        { kind: 'correct-entry', incident: 'I-1', entry: 'wrong', text: 'It is the database.' },
      ]),
    )
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    expect(await screen.findByText('It is the database.')).toBeVisible()
    await waitFor(() => expect(screen.getByRole('button', { name: /^Correct: / })).toHaveFocus())
    await user.click(screen.getByText('corrected: what it said at first'))
    expect(screen.getByText('It is the cache.')).toBeInTheDocument()
  })
})

describe('taking it out', () => {
  const saved = new Map<string, Promise<string>>()
  const catching = () => {
    saved.clear()
    // jsdom's own cannot be read as a stream.
    vi.stubGlobal('Blob', NodeBlob)
    let newest: Blob | undefined
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) newest = blob
      return 'blob:1'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      if (newest) saved.set(this.download, newest.text())
    })
  }
  async function exported(user: ReturnType<typeof userEvent.setup>, item: RegExp): Promise<readonly [string, string]> {
    catching()
    await user.click(await screen.findByRole('button', { name: /^Export \d/ }))
    await user.click(await screen.findByRole('menuitem', { name: item }))
    await waitFor(() => expect(saved.size).toBe(1))
    const [file] = saved
    return [file?.[0] ?? '', (await file?.[1]) ?? '']
  }
  const two = () => [
    said({
      id: 'a',
      at: instant(Date.UTC(2026, 10, 20, 9, 0)),
      recordedAt: instant(Date.UTC(2026, 10, 20, 9, 20)),
      text: '=1+1 | x',
      corrected: 'before',
    }),
    said({ id: 'b', kind: 'update', text: 'b', at: instant(Date.UTC(2026, 10, 20, 9, 30)) }),
  ]

  it('is a table of every entry with its times, and says what it is', async () => {
    const { user } = open(two())
    const [name, text] = await exported(user, /CSV/)
    expect(name).toBe('timeline-of-i-1-2026-11-20-0942-utc.csv')
    expect(text).toContain("2026-11-20T09:00:00+00:00,2026-11-20T09:20:00+00:00,20,Note,A,A noted,'=1+1 | x,,,before,")
    for (const line of [
      'Incident: I-1 Cards fail',
      'Entries: 2 of 2',
      'Times are in UTC.',
      'Late: recorded more than 5 minutes',
      'Sources: Larkmere (as of 20 Nov 2026 09:42 UTC)',
    ])
      expect(text).toContain(line)
  })
  it('is what is shown, and says what is not', async () => {
    const { user } = open(two(), '&kinds=note')
    const [name, text] = await exported(user, /Markdown/)
    expect(name).toBe('timeline-of-i-1-1-of-2-2026-11-20-0942-utc.md')
    expect(text).toContain('- Entries: 1 of 2 (1 of 2 hidden: updates)')
    expect(text).toContain(
      String.raw`| 20 Nov 2026 09:00:00 UTC | 20 Nov 2026 09:20:00 UTC | Note | A noted | =1+1 \| x; First said: before | late; out of order; corrected |`.replace(
        'late; out of order; ',
        'late; ',
      ),
    )
  })
  it('is JSON with every field', async () => {
    const { user } = open(two())
    const [, text] = await exported(user, /JSON/)
    const { count, records } = JSON.parse(text)
    expect(count).toBe(2)
    expect(records.find(({ id }: { id: string }) => id === 'a')).toMatchObject({
      happened: '2026-11-20T09:00:00+00:00',
      lateByMinutes: 20,
      firstSaid: 'before',
      marks: ['late', 'corrected'],
    })
  })
  it('is printed whole, with what it is', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    const { user } = open(long(), '&log=all')
    await user.click(await screen.findByRole('button', { name: 'Export 40 of 40 entries' }))
    await user.click(await screen.findByRole('menuitem', { name: /Print/ }))
    const sheet = await screen.findByRole('article', { name: 'Timeline of I-1, for printing', hidden: true })
    expect(print).toHaveBeenCalledOnce()
    expect(within(sheet).getAllByRole('row', { hidden: true })).toHaveLength(41)
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(sheet).not.toBeInTheDocument())
  })
})

interface Truths {
  readonly longest_timelines: readonly { readonly name: string; readonly count: number }[]
}

describe.skipIf(isAbsent('servicenow-uci'))('the longest timeline of servicenow-uci', () => {
  let source: Source
  beforeAll(async () => {
    source = await openFolder('servicenow-uci')
  }, 60_000)
  afterAll(() => source.close())

  it('is told entry by entry', async () => {
    const [longest] = truthsOf<Truths>('servicenow-uci').longest_timelines
    expect(longest).toEqual({ name: 'INC0019396', count: 58 })
    openApp('/incidents/?status=all&id=INC0019396', [configured(source, 'Workspace')])
    expect(await screen.findByText('58 entries', {}, { timeout: 20_000 })).toBeVisible()
    expect(await screen.findByText('28 of 58 hidden: notes')).toBeVisible()
    expect(await entries()).toHaveLength(30)
    await userEvent.keyboard('e')
    await waitFor(async () => expect(await entries()).toHaveLength(58))
  })
})
