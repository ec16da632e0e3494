import { describe, expect, it } from 'vitest'
import { fromDrop, fromHandle, fromInput } from './disk'

/** The parts of the browser's objects that are read. Guarantee: nothing else of them is touched. */
const as = <T>(part: unknown): T => part as T

const file = (path: string) => {
  const made = new File(['x'], path.slice(path.lastIndexOf('/') + 1), { lastModified: 5 })
  return Object.assign(made, { webkitRelativePath: path.includes('/') ? path : '' })
}
const fileEntry = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (found: (file: File) => void) => found(file(name)),
})
const folderEntry = (name: string, inner: readonly object[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    // A browser gives a few at a time, and none at the end.
    const rest = [...inner]
    return { readEntries: (found: (entries: readonly object[]) => void) => found(rest.splice(0, 1)) }
  },
})
const drop = (...entries: readonly object[]) =>
  as<DataTransfer>({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] })

async function* handles(...inner: readonly object[]): AsyncGenerator<object> {
  yield* inner
}

describe('files from disk', () => {
  it('of a picked folder are told from inside it, without what others keep there', () => {
    const found = fromInput(as<FileList>([file('shop/a.csv'), file('shop/sub/b.csv'), file('shop/.git/c')]))
    expect(found.map(({ path, modified }) => [path, modified])).toEqual([
      ['a.csv', 5],
      ['sub/b.csv', 5],
    ])
  })

  it('that were picked one by one keep their names', () => {
    expect(fromInput(as<FileList>([file('a.csv')])).map(({ path }) => path)).toEqual(['a.csv'])
  })

  it('of a dropped folder are all found, level by level', async () => {
    const found = await fromDrop(
      drop(
        folderEntry('shop', [
          fileEntry('a.csv'),
          folderEntry('sub', [fileEntry('b.csv'), fileEntry('c.csv')]),
          folderEntry('node_modules', [fileEntry('d.csv')]),
        ]),
      ),
    )
    expect(found.map(({ path }) => path)).toEqual(['a.csv', 'sub/b.csv', 'sub/c.csv'])
  })

  it('that were dropped without entries are taken as they are', async () => {
    const transfer = as<DataTransfer>({ items: [], files: [file('a.csv')] })
    expect((await fromDrop(transfer)).map(({ path }) => path)).toEqual(['a.csv'])
  })

  it('behind a folder handle are found', async () => {
    const handle = (name: string) => ({ kind: 'file', name, getFile: () => Promise.resolve(file(name)) })
    const folder = (name: string, ...inner: readonly object[]) => ({
      kind: 'directory',
      name,
      values: () => handles(...inner),
    })
    const found = await fromHandle(
      as<FileSystemDirectoryHandle>(
        folder('shop', handle('a.csv'), folder('sub', handle('b.csv')), folder('.git', handle('c'))),
      ),
    )
    expect(found.map(({ path }) => path)).toEqual(['a.csv', 'sub/b.csv'])
  })
})
