import { createEvent, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { GivenFile, Shelf } from '../../src/data'
import { openApp } from './harness'

const shelfOf = (): Shelf & { readonly taken: GivenFile[][] } => {
  const taken: GivenFile[][] = []
  return {
    taken,
    list: () => Promise.resolve([]),
    open: (title, files) => {
      taken.push([...files])
      return Promise.resolve({ id: 'w', title, files: files.length, bytes: 1 })
    },
    remove: () => Promise.resolve(),
    fromDrop: () => Promise.resolve([{ path: 'incidents.csv', blob: new Blob(['id']) }]),
    fromInput: () => [],
  }
}

/** What a drag carries, as far as jsdom lets it be made. */
const carrying = (...types: string[]) => ({ dataTransfer: { types, items: [], files: [] } })

describe('files dropped on the Sources page', () => {
  it('are taken wherever on it they fall, also offline, and the browser stays on the page', async () => {
    const shelf = shelfOf()
    window.dispatchEvent(new Event('offline'))
    openApp('sources/', [], { shelf, onShelf: () => undefined })
    await screen.findByText('Drop files or a folder here')
    const heading = screen.getByRole('heading', { level: 1 })
    // The page listens once it is drawn.
    await expect
      .poll(() => {
        const drop = createEvent.drop(heading, carrying('Files'))
        fireEvent(heading, drop)
        return drop.defaultPrevented
      })
      .toBe(true)
    await expect.poll(() => shelf.taken.map((files) => files.map(({ path }) => path))).toEqual([['incidents.csv']])
    // While somebody still listens: the next file of this worker begins online.
    window.dispatchEvent(new Event('online'))
  })

  it('are files only: dragged text is left alone', async () => {
    openApp('sources/', [], { shelf: shelfOf(), onShelf: () => undefined })
    await screen.findByText('Drop files or a folder here')
    const heading = screen.getByRole('heading', { level: 1 })
    const over = createEvent.dragOver(heading, carrying('text/plain'))
    fireEvent(heading, over)
    expect(over.defaultPrevented).toBe(false)
  })
})
