import '../../src/ui/base.css'
import { useRef, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button, Drawer, FilterSelect, Menu, Note, Segmented, VirtualList } from '../../src/ui'

const names = Array.from({ length: 1000 }, (_, index) => `Row ${index}`)

function Listed({ opened }: { readonly opened: (name: string) => void }) {
  const [selected, setSelected] = useState<string>()
  return (
    <div style={{ height: 400, display: 'flex' }}>
      <VirtualList
        label="Rows"
        items={names}
        itemKey={(name) => name}
        render={(name) => <div style={{ height: 40 }}>{name}</div>}
        estimate={40}
        selected={selected}
        onOpen={(name) => {
          setSelected(name)
          opened(name)
        }}
      />
    </div>
  )
}

const option = (name: string) => page.getByRole('option', { name, exact: true })

describe('VirtualList', () => {
  it('moves through all rows by keyboard with one tab stop', async () => {
    const opened = vi.fn<(name: string) => void>()
    await render(<Listed opened={opened} />)
    await expect.element(option('Row 0')).toBeVisible()
    await userEvent.tab()
    await expect.element(option('Row 0')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    await expect.element(option('Row 1')).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect.element(option('Row 999')).toHaveFocus()
    expect(option('Row 999').element().getAttribute('aria-posinset')).toBe('1000')
    await userEvent.keyboard('{Enter}')
    expect(opened).toHaveBeenCalledExactlyOnceWith('Row 999')
    await expect.element(option('Row 999')).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{Home}')
    await expect.element(option('Row 0')).toHaveFocus()
    expect(document.querySelectorAll('[role="option"][tabindex="0"]').length).toBe(1)
  })
})

describe('Segmented', () => {
  it('chooses with the arrows, round and round', async () => {
    const Three = () => {
      const [value, setValue] = useState<'a' | 'b' | 'c'>('a')
      const options = (['a', 'b', 'c'] as const).map((each) => ({ value: each, label: each.toUpperCase() }))
      return <Segmented label="Letter" options={options} value={value} onChange={setValue} />
    }
    await render(<Three />)
    await userEvent.tab()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(page.getByRole('radio', { name: 'C' })).toBeChecked()
    await expect.element(page.getByRole('radio', { name: 'C' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByRole('radio', { name: 'A' })).toBeChecked()
  })
})

describe('FilterSelect', () => {
  it('unfolds, chooses several, and gives the focus back on Escape', async () => {
    const Kinds = () => {
      const [value, setValue] = useState<readonly string[]>([])
      const options = ['process', 'review'].map((each) => ({ value: each, label: each, count: 3 }))
      return <FilterSelect label="Kind" options={options} value={value} onChange={setValue} />
    }
    await render(<Kinds />)
    const summary = page.getByText('Kind', { exact: true }).first()
    await summary.click()
    await page.getByRole('checkbox', { name: /process/ }).click()
    await expect.element(page.getByText('process', { exact: true }).first()).toBeVisible()
    await page.getByRole('checkbox', { name: /review/ }).click()
    await expect.element(page.getByText('2 of 2')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    expect(page.getByRole('checkbox').elements()).toEqual([])
    expect(document.activeElement?.tagName).toBe('SUMMARY')
  })
})

describe('Menu', () => {
  it('opens by keyboard, says why an item cannot be chosen, and does what is chosen', async () => {
    const run = vi.fn<() => void>()
    await render(
      <Menu
        label="Export"
        items={[
          { key: 'csv', label: 'As CSV', onSelect: run },
          { key: 'md', label: 'As Markdown', disabledReason: 'Choose a row first.', onSelect: run },
        ]}
      />,
    )
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Choose a row first.')).toBeVisible()
    await page.getByRole('menuitem', { name: 'As CSV' }).click()
    expect(run).toHaveBeenCalledOnce()
    await expect.element(page.getByRole('button', { name: 'Export' })).toHaveFocus()
  })
})

describe('Drawer', () => {
  function Held() {
    const [open, setOpen] = useState(false)
    const side = useRef<HTMLDivElement>(null)
    return (
      <div style={{ display: 'flex', height: 500 }}>
        <button type="button" onClick={() => setOpen(true)}>
          Open it
        </button>
        <div ref={side} />
        <Drawer open={open} onClose={() => setOpen(false)} title="Rotate keys" container={side}>
          <p>What it is</p>
        </Drawer>
      </div>
    )
  }
  const dialog = () => page.getByRole('dialog', { name: 'Rotate keys' })

  it('stands beside the page on a wide screen, which stays usable', async () => {
    await page.viewport(1440, 900)
    await render(<Held />)
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect.element(dialog()).toBeVisible()
    expect(dialog().element().getBoundingClientRect().width).toBe(340)
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect.element(dialog()).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.element(page.getByRole('button', { name: 'Open it' })).toHaveFocus()
  })

  it('is a sheet at the bottom of a phone', async () => {
    await page.viewport(390, 844)
    await render(<Held />)
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect.element(dialog()).toBeVisible()
    const { left, right, bottom } = dialog().element().getBoundingClientRect()
    expect([left, right, bottom]).toEqual([0, 390, 844])
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: 'Open it' })).toHaveFocus()
    await page.viewport(1280, 800)
  })
})

describe('Note', () => {
  it('draws Markdown without raw HTML, images or dangerous links', async () => {
    await render(
      <Note
        text={
          '**Bold** <img src=x onerror=alert(1)> ![plan](https://spy.example/a.png) [go](javascript:alert(1)) [ok](https://example.org)'
        }
      />,
    )
    await expect.element(page.getByText('Bold', { exact: true })).toBeVisible()
    expect(document.querySelectorAll('img').length).toBe(0)
    await expect.element(page.getByText('[image: plan]')).toBeVisible()
    await expect.element(page.getByRole('link', { name: /ok/ })).toHaveAttribute('href', 'https://example.org/')
    expect(page.getByRole('link', { name: 'go' }).elements()).toEqual([])
  })

  it('says that it is cut', async () => {
    await render(<Note text={'a '.repeat(15_000)} />)
    await expect.element(page.getByText('Cut here: 20,000 of 30,000 characters are shown.')).toBeVisible()
  })
})

describe('Button', () => {
  it('stays reachable when it may not be pressed, says why, and does nothing', async () => {
    const run = vi.fn<() => void>()
    await render(
      <Button disabledReason="This source is read-only." onClick={run}>
        Acknowledge
      </Button>,
    )
    const button = page.getByRole('button', { name: 'Acknowledge' })
    await expect.element(button).toHaveAccessibleDescription('This source is read-only.')
    await userEvent.tab()
    await expect.element(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(run).not.toHaveBeenCalled()
  })
})
