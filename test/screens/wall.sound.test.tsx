import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ago, openRoom, worst } from './wallStage'

const quiet = () => screen.findByRole('heading', { name: 'All quiet' })
const card = (name: RegExp | string) => screen.findByRole('article', { name })
const acknowledged = { state: 'acknowledged' } as const

describe('the alarm of the wall', () => {
  it('sounds once for a new SEV1, and says so to the eye as well', async () => {
    const { tell, speaker } = openRoom('/wall/?sound=1')
    await quiet()
    expect(await screen.findByText('sound on')).toBeVisible()
    tell(worst('I-1', { opened: ago(0) }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Not acknowledged SEV1 I-1 Cards fail in I-1')
    await waitFor(() => expect(speaker.played()).toBe(1))
    tell(worst('I-1', { title: 'Cards fail more' }))
    await card(/Cards fail more/)
    expect(speaker.played()).toBe(1)
  })
  it('does not sound for less, nor for what somebody has', async () => {
    const { tell, speaker } = openRoom('/wall/?sound=1')
    await quiet()
    tell(worst('I-2', { severity: 2 }), worst('I-3', acknowledged))
    await card(/I-3/)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(speaker.played()).toBe(0)
    tell(worst('I-2'))
    await waitFor(() => expect(speaker.played()).toBe(1))
  })
  it('is silent about what was there at first, but not for ever; silence comes with the acknowledgement', async () => {
    const { pass, speaker, user } = openRoom('/wall/?sound=1&repeat=1m', { holdings: { incidents: [worst('I-1')] } })
    await card(/I-1/)
    expect(screen.getByRole('alert')).toBeVisible()
    pass(50)
    await waitFor(() => expect(screen.getAllByText('5 min').length).toBeGreaterThan(0))
    expect(speaker.played()).toBe(0)
    pass(15)
    await waitFor(() => expect(speaker.played()).toBe(1))
    await user.keyboard('1a')
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
    expect(speaker.told.at(-1)).toBe('stop')
    pass(600)
    await waitFor(() => expect(screen.getAllByText('16 min').length).toBeGreaterThan(0))
    expect(speaker.played()).toBe(1)
  })
  it('does not sound anew for what is old', async () => {
    const { tell, pass, grow, speaker } = openRoom('/wall/?sound=1&repeat=1m')
    await quiet()
    tell(worst('I-1'))
    await waitFor(() => expect(speaker.played()).toBe(1))
    grow(10 * 60_000)
    pass(300)
    await waitFor(() => expect(screen.getAllByText(/Larkmere frozen/).length).toBeGreaterThan(0))
    expect(speaker.played()).toBe(1)
    grow(1_000)
    pass(10)
    await waitFor(() => expect(speaker.played()).toBe(2))
  })
})

describe('whether it can be heard', () => {
  it('is said where the browser blocks it, and one key changes that', async () => {
    const { tell, speaker, user } = openRoom('/wall/?sound=1', { device: 'blocked' })
    await quiet()
    expect(await screen.findByText(/sound blocked by the browser: press a key/)).toHaveTextContent(
      '--autoplay-policy=no-user-gesture-required',
    )
    tell(worst('I-1'))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(speaker.played()).toBe(0)
    await user.keyboard('x')
    expect(await screen.findByText('sound on')).toBeVisible()
  })
  it('is muted and let sound by a key; what is seen stays', async () => {
    const { tell, speaker, user } = openRoom('/wall/?sound=1')
    await quiet()
    await user.keyboard('m')
    expect(await screen.findByText('sound muted (M)')).toBeVisible()
    tell(worst('I-1'))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(speaker.played()).toBe(0)
    await user.keyboard('m')
    expect(await screen.findByText('sound on')).toBeVisible()
    await user.keyboard('s')
    expect(speaker.played()).toBe(1)
  })
  it('is not heard in quiet hours of the zone shown, but seen', async () => {
    const { tell, pass, speaker } = openRoom('/wall/?sound=1&zone=Europe/Berlin&quiet=22:00-10:45')
    await quiet()
    expect(await screen.findByText('sound: quiet until 10:45')).toBeVisible()
    tell(worst('I-1'))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(speaker.played()).toBe(0)
    pass(180)
    expect(await screen.findByText('sound on')).toBeVisible()
    await waitFor(() => expect(speaker.played()).toBe(1))
  })
  it('is said where nobody asked for it, and where there is none', async () => {
    const silent = openRoom('/wall/')
    expect(await screen.findByText('sound: not asked for')).toBeInTheDocument()
    silent.tell(worst('I-1'))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(silent.speaker.told).toEqual([])
    silent.unmount()
    openRoom('/wall/?sound=1', { device: 'unable' })
    expect(await screen.findByText('sound: this browser has none')).toBeVisible()
  })
  it('changes with the browser, and ends with the wall', async () => {
    const { speaker, unmount } = openRoom('/wall/?sound=1')
    expect(await screen.findByText('sound on')).toBeVisible()
    act(() => speaker.become('blocked'))
    expect(await screen.findByText(/sound blocked/)).toBeVisible()
    unmount()
    expect(speaker.told.at(-1)).toBe('close')
  })
  it('names the worst and counts the others', async () => {
    openRoom('/wall/?scene=lanes', {
      holdings: {
        incidents: [worst('I-1'), worst('I-2', { opened: worst('I-1').opened }), worst('I-3', acknowledged)],
      },
    })
    const band = (await screen.findByRole('alert')).parentElement
    expect(within(band ?? document.body).getByText('+1 more')).toBeVisible()
  })
})
