import { Blob as NodeBlob } from 'node:buffer'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { world } from '../../mocks/world'
import { SourceError } from '../../src/sources/contract'
import { openFiles } from '../../src/sources/files/source'
import { memoryStore } from '../../src/sources/files/store'
import { type MemoryOptions, memorySource } from '../tools/memorySource'
import { configured, now, openApp } from './harness'

const company = world()

/** Files that the page handed to the browser, by name. */
let saved: Map<string, Promise<string>>

beforeEach(() => {
  saved = new Map()
  // jsdom's own cannot be read as a stream.
  vi.stubGlobal('Blob', NodeBlob)
  const blobs = new Map<string, Blob>()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${blobs.size}`
    if (blob instanceof Blob) blobs.set(url, blob)
    return url
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)
    if (blob) saved.set(this.download, blob.text())
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function open(query = '', options: MemoryOptions = {}) {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now, ...options })
  openApp(`ownership/${query}`, [configured(source, 'Larkmere')])
  const user = userEvent.setup()
  await screen.findByRole('button', { name: /^Export \d/ }, { timeout: 5_000 })
  return { source, user }
}

async function exported(user: ReturnType<typeof userEvent.setup>, item: string | RegExp): Promise<[string, string]> {
  await user.click(await screen.findByRole('button', { name: /^Export \d/ }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
  await waitFor(() => expect(saved.size).toBe(1))
  const [entry] = saved
  if (!entry) throw new Error('Nothing was saved.')
  return [entry[0], await entry[1]]
}

describe('export', () => {
  it('holds every activity of the filter with every letter, and says what it is', async () => {
    const { user } = await open('?workload=payments-ledger')
    const [name, text] = await exported(user, /CSV/)
    expect(name).toBe('ownership-by-team-5-of-500-2026-11-20-0942-utc.csv')
    const [head, ...rows] = text.split('\r\n')
    expect(head).toMatch(/Workload,Tier,Activity,Activity id,Kind,Owned,/)
    expect(rows.filter((row) => row.includes('payments-ledger/'))).toHaveLength(5)
    expect(text).toContain('Activities: 5 of 500')
    expect(text).toContain('"Filters: Workload: Payments ledger"'.replaceAll('"', ''))
    expect(text).toMatch(/Sources: Larkmere \(as of 20 Nov 2026 09:42 UTC\)/)
    expect(text).toContain('A: Accountable (answers for it')
  })
  it('is all 500 activities as JSON, not the window that is drawn', async () => {
    const { user } = await open()
    const [, text] = await exported(user, /JSON/)
    const { count, records } = JSON.parse(text)
    expect([count, records.length]).toEqual([500, 500])
    expect(records[0]).toHaveProperty('id')
  })
  it.each([
    ['workloads', 'Accountable by workload', 'accountable-by-workload'],
    ['load', 'Load by team', 'load-by-team'],
  ])('is of the reading that is shown: %s', async (view, title, stem) => {
    const { user } = await open(`?view=${view}`)
    const [name, text] = await exported(user, /Markdown/)
    expect(name).toMatch(new RegExp(`^${stem}-2026`))
    expect(text).toMatch(new RegExp(`^# ${title}`))
  })
  it('is refused with the reason where nothing is listed', async () => {
    const { user } = await open('?q=no-such-words')
    await user.click(screen.getByRole('button', { name: /^Export 0/ }))
    const item = await screen.findByRole('menuitem', { name: /CSV/ })
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent('Nothing is listed.')
  })
  it('is printed as a page of its own, and leaves the page as it was', async () => {
    const print = vi.fn<() => void>()
    vi.stubGlobal('print', print)
    const { user } = await open('?workload=payments-ledger')
    await user.click(screen.getByRole('button', { name: /^Export 5/ }))
    await user.click(await screen.findByRole('menuitem', { name: /Print/ }))
    const sheet = await screen.findByRole('article', { name: 'Ownership by team, for printing', hidden: true })
    await waitFor(() => expect(print).toHaveBeenCalledOnce())
    expect(within(sheet).getAllByRole('row', { hidden: true })).toHaveLength(6)
    expect(sheet).toHaveTextContent('Activities: 5 of 500')
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(sheet).not.toBeInTheDocument())
  })
})

const table = `Workload;Activity;Payments;Security;Paymets
Payments ledger;Rotate bank certificates;R;A;
Payments ledger;Rotate bank certficates;R;A;I
Payments ledger;Restore the ledger from backup;X;A;`

describe('import', () => {
  const give = async (user: ReturnType<typeof userEvent.setup>, text: string) => {
    await user.click(await screen.findByRole('button', { name: 'Import…' }))
    const box = await screen.findByRole('textbox', { name: /^Table/ })
    await user.clear(box)
    await user.click(box)
    await user.paste(text)
    await user.click(screen.getByRole('button', { name: 'Look at it' }))
    return screen.findByRole('dialog', { name: 'What the table would change' })
  }
  const row = (dialog: HTMLElement, name: RegExp) => within(dialog).findByRole('row', { name })

  it('shows every row beside what is recorded, and writes nothing before it is asked to', async () => {
    const { user, source } = await open()
    const dialog = await give(user, table)
    const wrong = await row(dialog, /Restore the ledger/)
    expect(wrong).toHaveTextContent('Line 4, column C: “X” is no letter')
    expect(within(wrong).getByRole('checkbox')).toBeDisabled()
    expect(within(dialog).getByRole('combobox', { name: 'Between cells' })).toHaveValue(';')
    expect(source.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Download what cannot be read' }))
    await waitFor(() => expect(saved.size).toBe(1))
    expect(await [...saved.values()][0]).toContain('is no letter')
  })

  it('asks for the names it does not know, offering the nearest', async () => {
    const { user } = await open()
    const dialog = await give(user, table)
    const names = await within(dialog).findByRole('region', { name: 'Names that are not known' })
    const who = within(names).getByRole('combobox', { name: 'What “Paymets” means' })
    await user.selectOptions(who, within(who).getAllByRole('option', { name: /^Payments / })[0] ?? '')
    const what = within(names).getByRole('combobox', { name: /Rotate bank certficates/ })
    await user.selectOptions(what, within(what).getAllByRole('option', { name: /Rotate bank certificates/ })[0] ?? '')
    await waitFor(() => expect(within(dialog).queryAllByText(/No team or person/)).toEqual([]))
    expect(within(dialog).getAllByText(/The activity stands in line/).length).toBeGreaterThan(0)
  })

  it('sends what is chosen as requests, and says that nothing changes before they are approved', async () => {
    const { user, source } = await open()
    const dialog = await give(user, 'Id;Activity;Platform\npayments-ledger/rotate-bank-certificates;x;V')
    const given = await row(dialog, /Rotate bank certificates/)
    expect(given).toHaveTextContent('Validator given to Platform')
    await user.click(within(dialog).getByRole('button', { name: 'Send 1 change request' }))
    expect(await screen.findByText(/1 of 1|Nothing changes before/)).toBeInTheDocument()
    await waitFor(() => expect(source.sent).toHaveLength(1))
    expect(source.sent[0]?.command).toMatchObject({
      kind: 'request-change',
      activity: 'payments-ledger/rotate-bank-certificates',
      change: 'add',
      steps: [{ op: 'give', role: 'V' }],
      reason: 'Imported from a table',
    })
    await user.click(await screen.findByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })

  it('keeps what was refused, with the reason, to be sent again', async () => {
    const { user, source } = await open()
    const dialog = await give(user, 'Id;Activity;Platform\npayments-ledger/rotate-bank-certificates;x;V')
    await row(dialog, /Rotate bank certificates/)
    source.fail(new SourceError('forbidden', 'larkmere', 'You may not ask for this.'))
    await user.click(within(dialog).getByRole('button', { name: 'Send 1 change request' }))
    const list = await screen.findByRole('list', { name: 'Not sent' })
    expect(list).toHaveTextContent('You may not ask for this.')
    source.fail()
    await user.click(screen.getByRole('button', { name: 'Send the 1 again' }))
    await waitFor(() => expect(source.sent).toHaveLength(1))
  })

  it('says why nothing can be sent to sources that are read-only', async () => {
    const { user } = await open('', { readOnly: true })
    const dialog = await give(user, 'Id;Activity;Platform\npayments-ledger/rotate-bank-certificates;x;V')
    expect(await within(dialog).findByRole('button', { name: /^Send 1/ })).toHaveAccessibleDescription(/Read-only/)
  })

  it('gives the same as a file to be committed', async () => {
    const { user, source } = await open('', { readOnly: true })
    const dialog = await give(user, 'Id;Activity;Platform\npayments-ledger/rotate-bank-certificates;x;V')
    await row(dialog, /Rotate bank certificates/)
    await user.click(within(dialog).getByRole('button', { name: 'Download as ownership.yaml' }))
    await waitFor(() => expect(saved.size).toBe(1))
    expect(await saved.get('ownership.yaml')).toMatch(
      /name: Rotate bank certificates[\s\S]*?\n {8}V:\n {10}- team:platform/,
    )
    expect(source.sent).toEqual([])
  })

  it('keeps a table that was given while the dialogue is closed', async () => {
    const { user } = await open()
    await give(user, 'Task;Nobody\nNothing;A')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await user.click(await screen.findByRole('button', { name: 'Import…' }))
    expect(await screen.findByRole('textbox', { name: /^Table/ })).toHaveValue('Task;Nobody\nNothing;A')
  })
})

const files = `teams:
  - id: payments
workloads:
  - id: ledger
    activities:
      # Ask first
      - name: Restore
        A: [payments]
`

describe('ownership as code', () => {
  const openFolder = async () => {
    const store = memoryStore()
    const blob = new Blob([files])
    await store.keep({ id: 'w', title: 'W', files: 1, bytes: 0 }, [{ path: 'ownership.yaml', blob }])
    const opening = { id: 'folder', title: 'Our folder', base: 'http://a.example/', now: () => now }
    const source = await openFiles({ workspace: 'w' }, opening, { store })
    openApp('ownership/', [configured(source, 'Our folder')])
    return { source, user: userEvent.setup() }
  }
  const dialog = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(await screen.findByRole('button', { name: /^Export \d/ }, { timeout: 5_000 }))
    await user.click(await screen.findByRole('menuitem', { name: 'Ownership as code…' }))
    return screen.findByRole('dialog', { name: 'Ownership as code' })
  }

  it('says that nothing was changed, and after a change offers the file with it', async () => {
    const { source, user } = await openFolder()
    const opened = await dialog(user)
    const part = await within(opened).findByRole('region', { name: 'Our folder' })
    const button = within(part).getByRole('button', { name: 'Download changed files' })
    await waitFor(() => expect(button).toHaveAccessibleDescription('Nothing was changed here.'))
    await user.click(within(opened).getByRole('button', { name: 'Close' }))

    const command = { kind: 'mark-reviewed', activity: 'ledger/restore' } as const
    await source.commands?.send({ key: 'k', actor: 'ines', at: now, command }, { signal: new AbortController().signal })
    const again = await dialog(user)
    expect(await within(again).findByText(/1 file changed, 1 activity: Restore/)).toBeInTheDocument()
    await user.click(within(again).getByRole('button', { name: 'Download changed files' }))
    await waitFor(() => expect(saved.size).toBe(1))
    const text = await saved.get('ownership.yaml')
    expect(text).toContain('      # Ask first\n      - name: Restore')
    expect(text).toContain('Ownership reviewed and confirmed')
    source.close()
  })

  it('is all that is shown from a source that keeps changes itself', async () => {
    const { user } = await open('?workload=payments-ledger')
    const opened = await dialog(user)
    const part = await within(opened).findByRole('region', { name: 'Larkmere' })
    expect(within(part).getByRole('button', { name: 'Download changed files' })).toHaveAccessibleDescription(
      'It keeps changes itself.',
    )
    await user.click(within(opened).getByRole('button', { name: 'Download ownership.yaml' }))
    await waitFor(() => expect(saved.size).toBe(1))
    const text = (await saved.get('ownership.yaml')) ?? ''
    const store = memoryStore()
    await store.keep({ id: 'w', title: 'W', files: 1, bytes: 0 }, [{ path: 'ownership.yaml', blob: new Blob([text]) }])
    const opening = { id: 'again', title: 'Again', base: 'http://a.example/', now: () => now }
    const source = await openFiles({ workspace: 'w' }, opening, { store })
    const call = { signal: new AbortController().signal }
    const read = await source.readers.activities?.list({}, { limit: 100 }, call)
    expect(read?.items.map(({ id }) => id).toSorted()).toEqual(
      company.holdings.activities
        .filter(({ workload }) => workload === 'payments-ledger')
        .map(({ id }) => id)
        .toSorted(),
    )
    source.close()
  })
})
