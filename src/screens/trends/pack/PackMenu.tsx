import { useHref, useLocation, useNavigate } from 'react-router-dom'
import { Icon, Menu } from '../../../ui'
import type { Extent, Span } from '../model/range'
import { copyLink } from './copyLink'
import { packSearch } from './model/lock'

export interface PackMenuProps {
  readonly span: Span
  readonly extent: Extent
}

/** What is seen as a page for the meeting, locked at this moment; at once as a file or on paper, if wanted. */
export function PackMenu({ span, extent }: PackMenuProps) {
  const { pathname, search } = useLocation()
  const to = { pathname, search: `?${packSearch(search, span, extent)}` }
  const href = useHref(to)
  const navigate = useNavigate()
  const open = (hand?: 'markdown' | 'json' | 'print') =>
    void navigate(to, { state: hand === undefined ? null : { hand } })
  return (
    <Menu
      label={
        <>
          <Icon name="note" size={13} />
          Review pack
        </>
      }
      items={[
        { key: 'open', label: 'Open', onSelect: () => open() },
        { key: 'link', label: 'Copy link', onSelect: () => void copyLink(href) },
        { key: 'markdown', label: 'Markdown, to be read', onSelect: () => open('markdown') },
        { key: 'json', label: 'JSON, for programs', onSelect: () => open('json') },
        { key: 'print', label: 'Print…', onSelect: () => open('print') },
      ]}
    />
  )
}
