import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setSingleKeys } from '../../src/app/keyboard/help'
import { chooseTheme } from '../../src/app/theme'
import { memorySource } from '../tools/memorySource'
import { anActivity, anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'

const source = () =>
  configured(
    memorySource(
      {
        incidents: [
          anIncident({ id: 'INC-1', title: 'Card payments failing', state: 'triggered' }),
          anIncident({ id: 'INC-2', title: 'Settlement file late', state: 'acknowledged' }),
        ],
        activities: [anActivity({ id: 'rotate', name: 'Rotate bank certificates' })],
      },
      { asOf: now - 2000 },
    ),
    'Larkmere',
  )

beforeEach(() => {
  localStorage.clear()
  setSingleKeys(true)
  chooseTheme('system')
})

describe('shell', () => {
  it('names the view in its heading, the rail and the tab', async () => {
    openApp('sources/', [source()])
    expect(await screen.findByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Sources' })).toHaveAttribute('aria-current', 'page')
    expect(document.title).toBe('Sources · Watchbill')
  })

  it('counts the incidents that nobody has acknowledged', async () => {
    openApp('sources/', [source()])
    expect(await screen.findByRole('link', { name: /^Incidents, ?1 ?not acknowledged$/ })).toBeInTheDocument()
  })

  it('shows the age of its sources, and leads to the screen that tells more', async () => {
    openApp('nowhere/', [source()])
    const lights = await screen.findByRole('link', { name: 'Sources: Live · 2 s' })
    expect(lights).toHaveAttribute('href', '/sources/')
  })

  it('says where an address leads that leads nowhere', async () => {
    openApp('nowhere/', [source()])
    expect(await screen.findByRole('heading', { name: 'There is no such view' })).toBeVisible()
    expect(screen.getByText('/nowhere/')).toBeVisible()
  })

  it('says how to begin when there are no sources', async () => {
    openApp('', [])
    expect(await screen.findByRole('heading', { name: 'There are no sources yet' })).toBeVisible()
    expect(screen.getByText(/"type": "files"/)).toBeVisible()
  })

  it('lets the keyboard skip to the page', async () => {
    openApp('sources/', [source()])
    await userEvent.tab()
    expect(screen.getByRole('link', { name: 'Skip to the page' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('main')).toHaveFocus()
    expect(location.hash).toBe('')
  })
})

describe('zone switch', () => {
  it('shows times in the zone of the link, and changes both', async () => {
    openApp('sources/?zone=Asia/Kathmandu', [source()])
    expect(await screen.findByText('20 Nov 2026 15:27 UTC+5:45')).toBeVisible()
    const zone = within(screen.getByRole('radiogroup', { name: 'Time zone' }))
    expect(zone.getByRole('radio', { name: 'Kathmandu' })).toBeChecked()
    await userEvent.click(zone.getByRole('radio', { name: 'UTC' }))
    expect(await screen.findByText('20 Nov 2026 09:42 UTC')).toBeVisible()
    await waitFor(() => expect(new URLSearchParams(location.search).get('zone')).toBe('UTC'))
  })

  it('keeps the zone from view to view', async () => {
    openApp('sources/?zone=Asia/Kathmandu', [source()])
    await userEvent.click(await screen.findByRole('radio', { name: 'UTC' }))
    await waitFor(() => expect(localStorage.getItem('watchbill.zone')).toBe('UTC'))
  })

  it('shows UTC where a link names no zone there is', async () => {
    openApp('sources/?zone=Mars/Olympus', [source()])
    expect(await screen.findByRole('radio', { name: 'UTC' })).toBeChecked()
  })
})

describe('theme', () => {
  it('goes round computer, light and dark, and is kept', async () => {
    openApp('sources/', [source()])
    await userEvent.click(await screen.findByRole('button', { name: /^Theme: like the computer/ }))
    expect(document.documentElement).toHaveAttribute('data-theme', 'light')
    await userEvent.click(screen.getByRole('button', { name: /^Theme: light/ }))
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
    expect(localStorage.getItem('watchbill.theme')).toBe('dark')
  })
})

describe('palette', () => {
  it('finds a record by its words and opens it by keyboard', async () => {
    openApp('sources/', [source()])
    await screen.findByRole('heading', { level: 1, name: 'Sources' })
    await userEvent.keyboard('{Control>}k{/Control}')
    const box = await screen.findByRole('combobox')
    await userEvent.type(box, 'rotate bank')
    const option = await screen.findByRole('option', { name: /Rotate bank certificates/ })
    await waitFor(() => expect(option).toHaveAttribute('aria-selected', 'true'))
    expect(box).toHaveAttribute('aria-activedescendant', option.id)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(location.pathname + location.search).toBe('/ownership/?activity=rotate'))
    await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument())
  })

  it('does commands, chosen with the arrows', async () => {
    openApp('sources/', [source()])
    await screen.findByRole('heading', { level: 1, name: 'Sources' })
    await userEvent.keyboard('/')
    await userEvent.type(await screen.findByRole('combobox'), 'theme')
    await screen.findByRole('option', { name: /Theme dark/ })
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'dark'))
  })

  it('says when nothing is found', async () => {
    openApp('sources/', [source()])
    await userEvent.click(await screen.findByRole('button', { name: /Find an owner/ }))
    await userEvent.type(await screen.findByRole('combobox'), 'zzzz')
    expect(await screen.findByText(/Nothing has all the words/)).toBeInTheDocument()
  })
})

describe('keys', () => {
  it('goes to a view, and lists all keys', async () => {
    openApp('nowhere/', [source()])
    await screen.findByRole('heading', { name: 'There is no such view' })
    await userEvent.keyboard('?')
    const help = await screen.findByRole('dialog', { name: 'Keys' })
    expect(within(help).getByText('Go to Sources')).toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(help).not.toBeInTheDocument())
    await userEvent.keyboard('gs')
    await waitFor(() => expect(location.pathname).toBe('/sources/'))
  })

  it('is off while typing', async () => {
    openApp('sources/', [source()])
    await screen.findByRole('heading', { level: 1, name: 'Sources' })
    await userEvent.keyboard('/')
    await userEvent.type(await screen.findByRole('combobox'), '?')
    expect(screen.queryByRole('dialog', { name: 'Keys' })).not.toBeInTheDocument()
  })

  it('can be switched off, all but combinations', async () => {
    openApp('nowhere/', [source()])
    await screen.findByRole('heading', { name: 'There is no such view' })
    await userEvent.keyboard('?')
    await userEvent.click(await screen.findByRole('checkbox', { name: /Keys without .* work/ }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await userEvent.keyboard('gs/')
    expect(location.pathname).toBe('/nowhere/')
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}k{/Control}')
    expect(await screen.findByRole('combobox')).toBeInTheDocument()
  })
})
