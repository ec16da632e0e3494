import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/domain/incident'
import { instant } from '../../src/domain/units'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { anActivity, anIncident, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

const ago = (minutes: number) => instant(now - minutes * 60_000)
const burning = (id: string, over: Partial<Incident> = {}): Incident =>
  anIncident({
    id,
    title: `Fire ${id}`,
    severity: 3,
    state: 'acknowledged',
    opened: ago(40),
    clocks: { detected: ago(40) },
    team: 'team:sre',
    workloads: ['ledger'],
    ...over,
  })
const { team: _nobody, ...orphan } = burning('C', { severity: 4 })
const incidents = [
  burning('A', { severity: 1, labels: ['eu'], assignee: 'person:haddad', activity: 'rotate' }),
  burning('B', {
    team: 'team:payments',
    state: 'triggered',
    activity: 'restart',
    plan: { id: 'p', title: 'P', steps: [] },
  }),
  orphan,
  burning('D', { state: 'closed', clocks: { detected: ago(40), closed: ago(1) } }),
]

function open(address: string, options: MemoryOptions = {}, own: readonly Incident[] = incidents) {
  const source = memorySource(
    {
      parties: [
        { type: 'team', id: 'team:payments', name: 'Payments', contacts: [], tags: [] },
        { type: 'team', id: 'team:sre', name: 'SRE', contacts: [], tags: [] },
        { type: 'person', id: 'person:haddad', name: 'A. Haddad', teams: [], contacts: [], tags: [] },
      ],
      workloads: [aWorkload('ledger', { name: 'Payments ledger' })],
      activities: [
        anActivity({ id: 'rotate', runbook: { title: 'How', url: 'https://example.org/how' } }),
        anActivity({ id: 'restart' }),
      ],
      incidents: own,
    },
    { asOf: now, ...options },
  )
  openApp(address, [configured(source)], { actor: 'A. Haddad' })
  return userEvent.setup()
}
const param = (name: string) => new URLSearchParams(location.search).get(name)
const box = () => screen.findByRole('combobox', { name: 'Search incidents' })
const shows = (text: string | RegExp) => screen.findByText(text)

describe('filters by typing', () => {
  it('become filters with a space, and what is left is looked for', async () => {
    const user = open('/incidents/')
    await user.type(await box(), 'sev:1,3 team:sre fire ')
    expect(await shows('1 of 4 incidents')).toBeVisible()
    expect(await box()).toHaveValue('fire ')
    await waitFor(() => expect([param('severity'), param('team'), param('q')]).toEqual(['1,3', 'team:sre', 'fire ']))
  })
  it('with Enter, and when the box is left', async () => {
    const user = open('/incidents/')
    await user.type(await box(), 'label:eu{Enter}')
    await waitFor(() => expect(param('label')).toBe('eu'))
    expect(await box()).toHaveValue('')
    await user.type(await box(), 'person:me')
    await user.tab()
    await waitFor(() => expect(param('person')).toBe('person:haddad'))
    expect(await shows('1 of 4 incidents')).toBeVisible()
  })
  it('says what it does not understand, and loses nothing', async () => {
    const user = open('/incidents/')
    await user.type(await box(), 'team:nowhere fire ')
    expect(await shows(/No team is called “nowhere”/)).toBeVisible()
    expect(await box()).toHaveValue('team:nowhere fire ')
    expect(await shows('3 of 4 incidents')).toBeVisible()
  })
  it('suggests kinds and values, chosen by keyboard', async () => {
    const user = open('/incidents/')
    await user.type(await box(), 'wor{ArrowDown}{Enter}')
    expect(await box()).toHaveValue('workload:')
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(param('workload')).toBe('ledger'))
    expect(await box()).toHaveValue('')
  })
})

describe('filters by mouse', () => {
  it('begin at one button and end as a pill that can be changed', async () => {
    const user = open('/incidents/')
    await user.click(await screen.findByRole('button', { name: '+ filter' }))
    await user.click(await screen.findByRole('option', { name: /^label:/ }))
    await user.click(await screen.findByRole('option', { name: /^label: eu/ }))
    await waitFor(() => expect(param('label')).toBe('eu'))
    await user.click(screen.getByText('Label', { selector: 'summary' }))
    await user.click(within(await screen.findByRole('group', { name: 'Label' })).getByRole('checkbox', { name: 'eu' }))
    await waitFor(() => expect(param('label')).toBeNull())
  })
  it('show how many are in the status', async () => {
    open('/incidents/')
    expect(await screen.findByRole('button', { name: 'status: open 3' })).toBeVisible()
  })
})

describe('what incidents lack', () => {
  it.each([
    ['unowned', '1 of 4 incidents'],
    ['unplanned', '2 of 4 incidents'],
    ['unmatched', '1 of 4 incidents'],
    ['no-runbook', '2 of 4 incidents'],
    ['unowned,no-runbook', '1 of 4 incidents'],
  ])('is judged of all that is open: is=%s', async (is, total) => {
    open(`/incidents/?is=${is}`)
    expect(await shows(total)).toBeVisible()
  })
  it('is not judged of what is over, and says so', async () => {
    open('/incidents/?status=all&is=unowned')
    expect(await shows(/What an incident lacks is judged of open ones only/)).toBeVisible()
    expect(await shows('4 incidents')).toBeVisible()
  })
  it('is not judged where nobody records it', async () => {
    open('/incidents/?is=unplanned,no-runbook', { without: ['activities'] }, [burning('A')])
    expect(await shows(/“no response plan” and “no runbook recorded” is not applied/)).toBeVisible()
    expect(await shows('1 incident')).toBeVisible()
  })
})

describe('the address', () => {
  it('shows what was open at a moment', async () => {
    const user = open('/incidents/?openAt=2026-11-20T09:41:30Z')
    expect(await shows('3 of 4 incidents')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /Remove the moment/ }))
    await waitFor(() => expect(param('openAt')).toBeNull())
  })
  it('says what in it means nothing', async () => {
    open('/incidents/?status=burning&severity=9,1&is=idle')
    expect(await shows(/Left out, as it means nothing here: status=burning, severity=9, is=idle/)).toBeVisible()
    expect(await shows('1 of 4 incidents')).toBeVisible()
  })
})

describe('the order', () => {
  it('of what burned at the end of a log is the worst first; who had to act is a choice', async () => {
    open('/incidents/?status=open', { snapshot: true })
    expect(await screen.findByRole('combobox', { name: 'Order' })).toHaveValue('severity')
    expect(screen.getByRole('option', { name: 'Who had to act then' })).toBeInTheDocument()
  })
  it('is never by who must act where an instant of the past is asked for', async () => {
    open('/incidents/?openAt=2026-11-20T09:41:30Z&order=urgent')
    expect(await screen.findByRole('combobox', { name: 'Order' })).toHaveValue('newest')
  })
  it('is of a filtered list, and good news are not told while something else burns', async () => {
    open('/incidents/?severity=5')
    expect(await shows('No open incident matches')).toBeVisible()
    expect(screen.queryByText('Nothing is burning')).not.toBeInTheDocument()
  })
})

describe('views', () => {
  const menu = () => screen.findByRole('button', { name: /^view: / })
  it('are switched by key and by menu, and tell which one is shown', async () => {
    const user = open('/incidents/')
    expect(await menu()).toHaveAccessibleName('view: Open now')
    await shows('3 of 4 incidents')
    await screen.findByRole('heading', { name: 'Fire B' })
    await user.keyboard('v4')
    expect(await shows('1 of 4 incidents')).toBeVisible()
    await waitFor(() => expect([param('status'), param('is')]).toEqual(['open', 'unowned']))
    expect(await menu()).toHaveAccessibleName('view: No owner')
    await user.click(await menu())
    await user.click(await screen.findByRole('menuitem', { name: /^Mine/ }))
    await waitFor(() => expect([param('person'), param('is')]).toEqual(['person:haddad', null]))
  })
  it('are kept, renamed, put in order and removed', async () => {
    const user = open('/incidents/?severity=1&id=A')
    expect(await menu()).toHaveAccessibleName('view: unnamed')
    const manage = async () => {
      await user.click(await menu())
      await user.click(await screen.findByRole('menuitem', { name: /^Keep/ }))
      return screen.findByRole('dialog', { name: 'Views of the incidents' })
    }
    const dialog = within(await manage())
    const keep = async (name: string) => {
      await user.type(dialog.getByRole('textbox', { name: 'Keep what is shown as' }), name)
      await user.click(dialog.getByRole('button', { name: 'Keep' }))
    }
    await keep('open NOW')
    expect(await dialog.findByText('There is a view “open NOW” already.')).toBeVisible()
    await user.clear(dialog.getByRole('textbox', { name: 'Keep what is shown as' }))
    await keep('Worst')
    await keep('Second')
    const names = () =>
      within(dialog.getByRole('list', { name: 'Own views' }))
        .getAllByRole('textbox')
        .map((each) => each.getAttribute('value'))
    await waitFor(() => expect(names()).toEqual(['Worst', 'Second']))
    await user.click(dialog.getByRole('button', { name: 'Move “Second” up' }))
    await waitFor(() => expect(names()).toEqual(['Second', 'Worst']))
    await user.type(dialog.getByRole('textbox', { name: 'Name of “Worst”' }), ' ones{Enter}')
    await waitFor(() => expect(names()).toEqual(['Second', 'Worst ones']))
    await user.click(dialog.getByRole('button', { name: 'Remove “Second”' }))
    await waitFor(() => expect(names()).toEqual(['Worst ones']))
    await user.keyboard('{Escape}v1')
    await waitFor(() => expect(param('severity')).toBeNull())
    expect(await menu()).toHaveAccessibleName('view: Open now')
    // While keys come and go with what is shown, the first of two may be forgotten.
    await waitFor(async () => {
      await user.keyboard('v6')
      expect(param('severity')).toBe('1')
    })
    expect(param('id')).toBeNull()
    const again = within(await manage())
    await user.click(again.getByRole('button', { name: 'Remove “Worst ones”' }))
    expect(await again.findByText('None of your own yet.')).toBeVisible()
  })
})
