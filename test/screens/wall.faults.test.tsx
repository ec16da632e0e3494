import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { now } from './harness'
import { faults, handTime, longFaults, type Network, pass, realTime, until } from './wallFaults'
import { burning, cards, live, openWall, quiet, text } from './faultyWall'

let network: Network
beforeEach(() => {
  network = handTime(now)
})
afterEach(realTime)

describe.each(Object.entries(faults))('%s', (name, fault) => {
  const patience = longFaults[name] ?? 70

  it('at the first load: says that nothing is known, never that it is quiet or live, and comes to itself', async () => {
    const { show, lift, strike } = openWall(network, [burning('I-1'), burning('I-2'), burning('I-3')])
    strike(fault)
    show()
    await pass(45, () => {
      expect(text().trim()).not.toBe('')
      expect(quiet()).toBe(false)
      expect(live()).toBe(false)
    })
    expect(text()).toMatch(/not known|Waiting for the first answer/)
    lift()
    await until(() => cards() === 3 && live(), patience)
  })

  it('while it burns: loses no incident, is live no longer, says of when its picture is, and comes to itself', async () => {
    const { backend, show, lift, strike } = openWall(network, [burning('I-1'), burning('I-2'), burning('I-3')])
    show()
    await until(() => cards() === 3 && live(), 20)
    strike(fault)
    await pass(90, () => {
      expect(cards()).toBe(3)
      expect(quiet()).toBe(false)
    })
    expect(live()).toBe(false)
    expect(text()).toMatch(/Not live this is the picture of 09:4\d, /)
    backend.put({ incidents: [burning('I-1'), burning('I-2'), burning('I-3'), burning('I-4')] })
    lift()
    await until(() => cards() === 4 && live(), patience)
    expect(text()).not.toMatch(/Not live|asks for sign-in/)
  })

  it('while it is quiet: calls nothing quiet that it does not know, and is quiet again when it knows', async () => {
    const { show, lift, strike } = openWall(network, [])
    show()
    await until(quiet, 20)
    strike(fault)
    const took = await until(() => !quiet() && !live(), 40)
    expect(took).toBeLessThanOrEqual(40)
    await pass(60, () => expect(quiet() || live()).toBe(false))
    lift()
    await until(() => quiet() && live(), patience)
  })
})
