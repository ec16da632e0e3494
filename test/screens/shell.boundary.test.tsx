import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { beforeEach, describe, expect, it } from 'vitest'
import { LazyView } from '../../src/app/LazyView'
import { mayReload } from '../../src/app/reload'
import { keep } from '../../src/app/storage'
import type { Place } from '../../src/app/views'
import { useUnsaved } from '../../src/ui'

const Works = () => <p>It works</p>
const place = (load: Place['load']): Place => ({
  view: 'trends',
  label: 'Trends',
  icon: 'trend',
  key: 't',
  inRail: true,
  load,
})
const open = (load: Place['load']) =>
  render(
    <MemoryRouter>
      <LazyView place={place(load)} />
    </MemoryRouter>,
    { onCaughtError: () => undefined },
  )

describe('a view that breaks', () => {
  it('says that its script is gone, and asks for it again', async () => {
    let asked = 0
    open(() => {
      asked += 1
      return asked === 1
        ? Promise.reject(new TypeError('Failed to fetch dynamically imported module: /trends.js'))
        : Promise.resolve({ default: Works })
    })
    expect(await screen.findByRole('heading', { name: 'Trends could not be loaded' })).toBeVisible()
    expect(screen.getByText(/has probably been updated/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('It works')).toBeVisible()
  })

  it('shows the words of what went wrong while drawing', async () => {
    let broken = true
    const Fragile = () => {
      if (broken) throw new RangeError('no such zone')
      return <p>It works</p>
    }
    open(() => Promise.resolve({ default: Fragile }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Trends stopped working')
    expect(screen.getByText('no such zone')).toBeVisible()
    broken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('It works')).toBeVisible()
  })
})

describe('reload after a deploy', () => {
  beforeEach(() => localStorage.clear())
  const Draft = ({ dirty }: { readonly dirty: boolean }) => {
    useUnsaved(dirty)
    return null
  }

  it('happens at most once in ten minutes', () => {
    expect(mayReload(1_000_000)).toBe(true)
    keep('reloaded', '1000000')
    expect(mayReload(1_000_000 + 599_999)).toBe(false)
    expect(mayReload(1_000_000 + 600_000)).toBe(true)
  })

  it('never happens over unsaved text', () => {
    const { rerender } = render(<Draft dirty />)
    expect(mayReload(1_000_000)).toBe(false)
    rerender(<Draft dirty={false} />)
    expect(mayReload(1_000_000)).toBe(true)
  })
})
