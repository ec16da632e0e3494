import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { GivenFile, Shelf, Workspace } from '../../src/data'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

const row = async (name: string) => within(await screen.findByRole('listitem', { name }))

function shelfOf(...workspaces: Workspace[]): Shelf & { readonly taken: GivenFile[][] } {
  let held = workspaces
  const taken: GivenFile[][] = []
  return {
    taken,
    list: () => Promise.resolve(held),
    open: (title, files) => {
      taken.push([...files])
      if (title.endsWith('.txt')) return Promise.reject(new Error(`Nothing in ${title} is known.`))
      const workspace = { id: title, title, files: files.length, bytes: 1000 }
      held = [...held, workspace]
      return Promise.resolve(workspace)
    },
    remove: (id) => {
      held = held.filter((each) => each.id !== id)
      return Promise.resolve()
    },
    fromDrop: () => Promise.resolve([]),
    fromInput: (files) => [...files].map((file) => ({ path: file.name, blob: file })),
  }
}

describe('sources', () => {
  it('says what a source offers, and what it does not', async () => {
    const source = memorySource({}, { asOf: now - 2000, without: ['events', 'problems'] })
    openApp('sources/', [configured(source, 'Larkmere')])
    const larkmere = await row('Larkmere')
    expect(larkmere.getByText(/^workloads, activities, owners, teams and people, incidents/)).toBeVisible()
    expect(larkmere.getByText('events or problems')).toBeVisible()
    expect(await larkmere.findByText('Live · 2 s')).toBeVisible()
  })

  it('says that nothing can be acknowledged through a read-only source', async () => {
    openApp('sources/', [configured(memorySource({}, { asOf: now, readOnly: true }), 'Copy')])
    expect((await row('Copy')).getByText(/^acknowledge or resolve, .*: this source is read-only$/)).toBeVisible()
  })

  it('says what is wrong with a source and what to do, and lets the others stand', async () => {
    const dead = memorySource({}, { id: 'dead' })
    dead.fail(new SourceError('unauthenticated', 'dead', 'https://pager.example answered 401'))
    openApp('sources/', [configured(memorySource({}, { asOf: now }), 'Fine'), configured(dead, 'Pager')])
    const pager = await row('Pager')
    expect(await pager.findByText('Not signed in')).toBeVisible()
    expect(pager.getByText(/^https:\/\/pager.example answered 401/)).toBeVisible()
    expect(pager.getByText(/^Sign in to the backend/)).toBeVisible()
    expect(pager.getByText('Not reached')).toBeVisible()
    expect((await row('Fine')).getByText(/^Live/)).toBeVisible()
  })

  it('counts what was set aside', async () => {
    const setAside = () =>
      Promise.resolve([{ facet: 'incidents' as const, record: 'INC-9', place: 'log.csv:12', reason: 'no date' }])
    openApp('sources/', [configured({ ...memorySource({}, { asOf: now }), setAside }, 'Log')])
    expect(await (await row('Log')).findByText('1 record was set aside, of those read so far')).toBeVisible()
  })

  it('counts where sources disagree, and says who is believed', async () => {
    const first = memorySource(
      { workloads: [aWorkload('ledger', { name: 'Payments ledger' })] },
      { id: 'a', asOf: now },
    )
    const second = memorySource({ workloads: [aWorkload('ledger', { name: 'Ledger (old)' })] }, { id: 'b', asOf: now })
    openApp('sources/?view=together', [configured(first, 'Catalogue'), configured(second, 'Old list')])
    expect(await screen.findByText('1 disagreement')).toBeVisible()
    const told = await screen.findByRole('list', { name: 'Disagreements' })
    await waitFor(() => expect(told).toHaveTextContent('Catalogue says Payments ledger (believed)'))
    expect(told).toHaveTextContent('Old list says Ledger (old)')
    expect(told).toHaveTextContent('Catalogue stands before Old list in the order of belief.')
    expect(within(told).getByRole('link', { name: 'Payments ledger' })).toHaveAttribute(
      'href',
      expect.stringContaining('ownership/?workload=ledger'),
    )
  })
})

describe('own data', () => {
  it('opens what is chosen, and the app opens its sources anew', async () => {
    const shelf = shelfOf()
    let anew = 0
    openApp('sources/', [], { shelf, onShelf: () => (anew += 1) })
    await userEvent.upload(await screen.findByLabelText('Files'), new File(['id\n'], 'incidents.csv'))
    expect(await screen.findByText('incidents.csv')).toBeVisible()
    expect(shelf.taken[0]?.map(({ path }) => path)).toEqual(['incidents.csv'])
    await waitFor(() => expect(anew).toBe(1))
  })

  it('says why files cannot be opened', async () => {
    openApp('sources/', [], { shelf: shelfOf() })
    await userEvent.upload(await screen.findByLabelText('Files'), new File(['hello'], 'notes.txt'))
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing in notes.txt is known.')
  })

  it('removes what was opened', async () => {
    openApp('sources/', [], { shelf: shelfOf({ id: 'w', title: 'my-ops', files: 3, bytes: 4_200_000 }) })
    expect(await screen.findByText('3 files, 4.2 MB')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Remove my-ops' }))
    await waitFor(() => expect(screen.queryByText('my-ops')).not.toBeInTheDocument())
  })
})
