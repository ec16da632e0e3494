import { useEffect, useRef } from 'react'
import type { View } from '../../data'
import { announce } from '../../ui'

/**
 * Says a new SEV1 to screen readers, once. What a source tells with its first answer was there before; an answer that
 * brings no new one says nothing.
 */
export function useNews(parts: View<'incidents'>['parts']): void {
  const known = useRef({ sources: new Set<string>(), incidents: new Set<string>() })
  useEffect(() => {
    const { sources, incidents } = known.current
    const news = parts
      .filter(({ asOf }) => asOf !== undefined)
      .flatMap(({ source, items }) => {
        const fresh = items.filter(({ id, severity }) => severity === 1 && !incidents.has(id))
        for (const { id } of fresh) incidents.add(id)
        const first = !sources.has(source)
        sources.add(source)
        return first ? [] : fresh
      })
    if (news.length > 0) announce(`New SEV1: ${news.map(({ id, title }) => `${id} ${title}`).join('; ')}`, 'assertive')
  }, [parts])
}
