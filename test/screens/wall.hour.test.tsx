import { getResponse, http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restHandlers } from '../../mocks/rest/handlers'
import { hour, instant } from '../../src/domain/units'
import { anIncident } from '../tools/records'
import { base } from './harness'
import { burning, cards, live, openWall, text } from './faultyWall'
import { faults, handTime, type Network, pass, realTime, until } from './wallFaults'

/** Half a minute before an hour turns. */
const at = instant(Date.parse('2026-11-20T09:59:30Z'))
const failing = faults['error 500'] ?? http.all('*/api/*', () => HttpResponse.error())

let network: Network
beforeEach(() => {
  network = handTime(at)
})
afterEach(realTime)

/** SEV1s that an alert begins to name, in order. */
function listening(): readonly string[] {
  const named: string[] = []
  let standing: string | undefined
  new MutationObserver(() => {
    const alerts = [...document.querySelectorAll('[role="alert"]')]
    const id = alerts.flatMap(({ textContent }) => /SEV1 (I-\d+)/.exec(textContent)?.[1] ?? [])[0]
    if (id !== undefined && id !== standing) named.push(id)
    standing = id
  }).observe(document.body, { childList: true, characterData: true, subtree: true })
  return named
}

describe('where an hour turns', () => {
  // A header tells whole seconds, and servers differ: what is made of it is a little off, each time otherwise.
  it('tells a new SEV1 once, and asks nothing of the hour before again, though answers differ in what time it is', async () => {
    const { backend, show, strike } = openWall(network, [burning('I-1')])
    const well = restHandlers(backend, `${base}api`)
    const from: string[] = []
    let behind = 0
    strike(
      http.all('*/api/*', async ({ request }) => {
        await new Promise((resolve) => setTimeout(resolve, 400))
        const answer = await getResponse([...well], request)
        const told = new URL(request.url).searchParams.get('burningFrom')
        if (told !== null) from.push(told)
        answer?.headers.set('date', new Date(Date.now() - behind).toUTCString())
        return answer
      }),
    )
    show()
    await until(() => cards() === 1 && live(), 20)
    const named = listening()
    await until(() => from.length > new Set(from).size && new Set(from).size === 2, 60)
    backend.put({
      incidents: [anIncident({ id: 'I-2', title: 'Cards fail', severity: 1, opened: instant(Date.now()) })],
    })
    await until(() => named.length > 0, 30)
    for (behind of [1_500, 0, 1_500, 0]) await pass(5)
    expect(named).toEqual(['I-2'])
    expect(from).toEqual(from.toSorted())
  })

  it('counts and shows in an outage what it did before, and says how old that is', async () => {
    const { show, strike } = openWall(network, [burning('I-1'), burning('I-2')])
    show()
    await until(() => cards() === 2 && live(), 20)
    strike(failing)
    await pass(150, () => {
      expect(cards()).toBe(2)
      expect(text()).not.toMatch(/All quiet|nothing that is known/i)
    })
    expect(text()).toMatch(/Not live this is the picture of/)
  })

  it('shows the weeks on, and names who does not tell them just now', async () => {
    const { show, strike } = openWall(network, [burning('I-1')], { address: 'wall/?kiosk&scene=weeks' })
    show()
    await until(() => /1 this week so far/.test(text()) && live(), 20)
    strike(failing)
    await pass(150, () => expect(text()).toMatch(/1 this week so far/))
    expect(text()).toMatch(/without larkmere: /)
  })

  it('shows on what is planned', async () => {
    const { backend, show, strike } = openWall(network, [burning('I-1')])
    const event = {
      id: 'E-1',
      title: 'Switch of the mains',
      kind: 'change',
      planned: true,
      workloads: [],
    } as const
    backend.put({ events: [{ ...event, at: instant(at + 2 * hour), until: instant(at + 3 * hour) }] })
    show()
    await until(() => /Switch of the mains/.test(text()) && live(), 20)
    strike(failing)
    await pass(150, () => expect(text()).toMatch(/Switch of the mains/))
  })
})
