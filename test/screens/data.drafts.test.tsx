import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { DraftsProvider, useFormDraft } from '../../src/data'

interface Form {
  readonly reason: string
  readonly owner: string | undefined
  readonly days: number
  readonly steps: readonly { readonly role: string }[]
}
const begin: Form = { reason: '', owner: 'team:a', days: 30, steps: [] }

function opened(kept = new Map<string, string>()) {
  const store = {
    get: (of: string) => kept.get(of),
    set: (of: string, text: string) => void (text === '' ? kept.delete(of) : kept.set(of, text)),
  }
  const wrapper = ({ children }: { children: ReactNode }) => <DraftsProvider value={store}>{children}</DraftsProvider>
  const form = () => renderHook(() => useFormDraft('form', begin), { wrapper }).result
  return { kept, form }
}

describe('useFormDraft', () => {
  it('begins as it is told to, and keeps nothing of that', () => {
    const { kept, form } = opened()
    expect(form().current).toMatchObject({ values: begin, dirty: false })
    expect(kept.size).toBe(0)
  })

  it('keeps what was entered over a reload, emptied fields too', () => {
    const { kept, form } = opened()
    const result = form()
    act(() => result.current.set({ reason: 'They moved.', steps: [{ role: 'A' }] }))
    act(() => result.current.set({ owner: undefined }))
    const again = opened(kept).form()
    expect(again.current.values).toEqual({ ...begin, reason: 'They moved.', owner: undefined, steps: [{ role: 'A' }] })
    expect(again.current.dirty).toBe(true)
  })

  it('forgets what is as it began', () => {
    const { kept, form } = opened()
    const result = form()
    act(() => result.current.set({ days: 60 }))
    act(() => result.current.set({ days: 30 }))
    expect(kept.size).toBe(0)
    expect(result.current.dirty).toBe(false)
  })

  it('forgets what was sent, and keeps what was written since', () => {
    const { kept, form } = opened()
    const result = form()
    act(() => result.current.set({ reason: 'One' }))
    const { sent } = result.current
    act(() => result.current.set({ reason: 'Two' }))
    act(() => sent())
    expect(result.current.values.reason).toBe('Two')
    act(() => result.current.sent())
    expect(result.current.values).toEqual(begin)
    expect(kept.size).toBe(0)
  })

  it.each([
    ['broken', '{"reason":'],
    ['a list', '[1]'],
    ['of an older form', '{"reason":7,"steps":"none","gone":true,"__proto__":{"days":1}}'],
  ])('begins anew where what was kept is %s', (_what, text) => {
    const { form } = opened(new Map([['form', text]]))
    expect(form().current.values).toEqual(begin)
  })
})
