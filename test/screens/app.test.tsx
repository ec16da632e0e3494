import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../tools/renderApp'

describe('the app over the mock backend', () => {
  it('leads from the folder itself to ownership', async () => {
    await renderApp('/')
    expect(await screen.findByRole('heading', { level: 1, name: 'Ownership' })).toBeVisible()
    expect(location.pathname).toBe('/ownership/')
  })

  it('names every source and what it offers', async () => {
    await renderApp('/sources/')
    expect(await screen.findByRole('heading', { name: 'Larkmere' })).toBeVisible()
  })
})
