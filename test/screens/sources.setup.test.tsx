import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { changes, openConfigured, two } from './sources.tools'

const user = userEvent.setup()
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }))
const type = async (label: string, text: string) => {
  const field = await screen.findByLabelText(label)
  await user.clear(field)
  if (text !== '') await user.type(field, text)
}

/** What is handed to the browser to be saved, in place of the browser's own way: names and texts. */
function saved(): string[] {
  const texts: string[] = []
  let last = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) last = blob
    return 'blob:0'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
    void last.text().then((text) => texts.push(`${this.download}\n${text}`))
  })
  onTestFinished(() => void vi.restoreAllMocks())
  return texts
}

describe('the draft of a configuration', () => {
  it('asks for each option by a control of its own, and says what is wrong beside it', async () => {
    openConfigured('sources/?view=setup', undefined)
    await press('Add source')
    await press('Edit memory')
    const address = await screen.findByLabelText(/^Address/)
    expect(address).toBeRequired()
    expect(address).toHaveAccessibleDescription('“url” is missing. Where it is.')
    await user.type(address, 'ops')
    await waitFor(() => expect(address).toBeValid())
    await type('Seconds', '2')
    await waitFor(() => expect(screen.getByLabelText('Seconds')).toBeInvalid())
    await type('Seconds', 'often')
    expect(screen.getByLabelText('Seconds')).toHaveAccessibleDescription(
      /A value of type string stands here. Allowed: number/,
    )
    await type('Seconds', '7.5')
    await user.selectOptions(screen.getByLabelText('Mode'), 'stream')
    await user.selectOptions(screen.getByLabelText('Strict'), 'no')
    await type('Labels', 'a{Enter}b')
    await type('Fields', 'x = y{Enter}z')
    expect(screen.getByLabelText('Fields')).toHaveAccessibleDescription(/^Line 2 is no rule/)
    await type('Fields', 'x = y')
    await user.click(screen.getByLabelText('Rules'))
    await user.paste('[{"a":1}]')
    await user.click(screen.getByText('Limits and names'))
    await user.click(screen.getByLabelText('workloads'))
    await user.click(screen.getByText('The file'))
    const file = JSON.parse(screen.getByRole('region', { name: 'watchbill.config.json' }).textContent ?? '') as unknown
    expect(file).toEqual({
      $schema: './watchbill.config.schema.json',
      sources: [
        {
          id: 'memory',
          type: 'memory',
          options: {
            url: 'ops',
            seconds: 7.5,
            mode: 'stream',
            strict: false,
            labels: ['a', 'b'],
            fields: { x: 'y' },
            rules: [{ a: 1 }],
          },
          only: { facets: ['workloads'] },
        },
      ],
    })
  })

  it('refuses an id that another source has, and cannot be taken away before it is mended', async () => {
    const files = saved()
    openConfigured('sources/?view=setup', two)
    await press('Edit Second')
    await type('Id', 'first')
    await waitFor(() => expect(screen.getByLabelText('Id')).toHaveAccessibleDescription(/the id of another source too/))
    const download = screen.getByRole('button', { name: /^Download/ })
    expect(download).toHaveAccessibleDescription('1 thing in the draft cannot be used yet.')
    await user.click(download)
    expect(files).toEqual([])
    await type('Id', 'third')
    await user.click(download)
    await waitFor(() => expect(files).toHaveLength(1))
    expect(files[0]).toMatch(/^watchbill.config.json\n/)
    expect(files[0]).toContain('"id": "third"')
  })

  it('is ordered by buttons and keys, which is said and keeps the focus', async () => {
    openConfigured('sources/?view=setup', two)
    const list = await screen.findByRole('list', { name: 'Sources of the draft, first believed first' })
    const names = () =>
      within(list)
        .getAllByRole('group')
        .map((row) => row.getAttribute('aria-label'))
    await press(/^Believe Second more/)
    expect(names()).toEqual(['Second', 'First'])
    expect(await screen.findByText('Second: 1 of 2 in the order of belief.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Believe Second more/ })).toHaveFocus()
    expect(await changes()).toHaveTextContent('The order of belief is second, first; it was first, second')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(names()).toEqual(['First', 'Second'])
    expect(screen.queryByRole('list', { name: 'Compared with what is deployed' })).not.toBeInTheDocument()
  })

  it('outlasts a reload, and is dropped when asked to', async () => {
    const { unmount } = openConfigured('sources/?view=setup', two)
    await press('Take First out of the draft')
    unmount()
    openConfigured('sources/?view=setup', two)
    expect(await changes()).toHaveTextContent('first is taken out')
    await press('Drop the draft')
    expect(await screen.findByRole('button', { name: 'Edit First' })).toBeVisible()
  })

  it('is tried in this tab: its sources open, those it left out close, and back again', async () => {
    const { closed } = openConfigured('sources/?view=setup', two)
    await press('Take First out of the draft')
    await press('Try it in this tab')
    expect(await screen.findByText(/^This tab shows the sources of the draft/)).toBeVisible()
    await waitFor(() => expect(closed).toEqual(['first']))
    await user.click(screen.getByRole('radio', { name: 'Now' }))
    expect(await screen.findByRole('heading', { name: 'Second' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'First' })).not.toBeInTheDocument()
    await press('Back to what is deployed')
    expect(await screen.findByRole('heading', { name: 'First' })).toBeVisible()
  })
})

describe('the check of a connection', () => {
  it('asks an open source everything it offers', async () => {
    openConfigured('sources/', two)
    const row = within(await screen.findByRole('listitem', { name: 'First' }))
    await user.click(await row.findByRole('button', { name: 'Check the connection' }))
    expect(await row.findByText('All 8 parts answer.')).toBeVisible()
    expect(row.getAllByText(/answers: none there/)).toHaveLength(8)
  })

  it('opens a source of the draft for it, says who must do what, and closes it again', async () => {
    const { closed } = openConfigured('sources/?view=setup', two)
    await press('Edit Second')
    await press('Check the connection')
    expect(await screen.findByText(/^All 8 parts answer. Opened in/)).toBeVisible()
    await waitFor(() => expect(closed).toEqual(['second']))
    await type('Address (needed)', 'closed')
    await press('Check the connection')
    expect(await screen.findByText('It does not open.')).toBeVisible()
    expect(screen.getByText('Not signed in.')).toBeVisible()
    expect(screen.getByText(/^Whoever runs the proxy in front of the backend must add its credentials/)).toBeVisible()
  })

  it('says when a source that does not open is tried again', async () => {
    const closed = { id: 'shut', title: 'Shut', type: 'memory', options: { url: 'closed' } }
    openConfigured('sources/', { sources: [closed] })
    const row = within(await screen.findByRole('listitem', { name: 'Shut' }))
    expect(row.getByText('Next try in 30 s.')).toBeVisible()
    expect(row.getByText(/^Whoever runs the proxy/)).toBeVisible()
  })
})
