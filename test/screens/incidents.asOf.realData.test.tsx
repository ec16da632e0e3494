import { screen, waitFor } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/contract'
import { isAbsent, openFolder, truthsOf } from '../acceptance/open'
import { configured, openApp } from './harness'

interface Truths {
  readonly open_as_of: readonly { readonly at: string; readonly open: number }[]
}

/** Of these so many had been marked as resolved in the row before that moment: computed from the log by hand. */
const markedEnded: Readonly<Record<string, number>> = {
  '2016-03-14T12:00:00Z': 153,
  '2016-04-15T12:00:00Z': 126,
  '2016-05-31T23:59:00Z': 91,
  '2016-12-31T00:00:00Z': 0,
}

describe.skipIf(isAbsent('servicenow-uci'))('the page over servicenow-uci, as of a moment', () => {
  const truths = isAbsent('servicenow-uci') ? undefined : truthsOf<Truths>('servicenow-uci')
  let source: Source
  beforeAll(async () => {
    source = await openFolder('servicenow-uci')
  }, 60_000)
  afterAll(() => source.close())

  it.each(truths?.open_as_of ?? [])('shows that $open were open at $at', { timeout: 30_000 }, async ({ at, open }) => {
    openApp(`incidents/?asof=${at}&order=severity`, [configured(source, 'Workspace')])
    const said = new RegExp(`^${open.toLocaleString('en')} of [\\d,]+ incidents$`)
    expect(await screen.findByText(said, {}, { timeout: 20_000 })).toBeVisible()
    const ended = markedEnded[at] ?? 0
    expect(screen.queryByText(/were not heard whole/)).not.toBeInTheDocument()
    const words =
      ended === 0
        ? ''
        : `${(open - ended).toLocaleString('en')} were open by what was written by then. ${ended} incidents`
    const told = () =>
      screen
        .queryByText(/had been marked as ended/)
        ?.textContent.split(' more had')[0]
        ?.trim() ?? ''
    await waitFor(() => expect(told()).toBe(words))
  })
})
