import type { ReactNode } from 'react'
import { Icon } from './Icon'

const allowed = new Set(['http:', 'https:', 'mailto:'])

/** The address, when it is absolute and of a scheme that cannot run code: http, https, mailto. */
function safeAddress(text: string): string | undefined {
  try {
    const url = new URL(text.trim())
    return allowed.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

export interface SafeLinkProps {
  /** As it came from outside. */
  readonly href: string
  readonly children: ReactNode
}

/** A link to an address from outside. Anything that is not http, https or mailto is plain text. */
export function SafeLink({ href, children }: SafeLinkProps) {
  const address = safeAddress(href)
  if (address === undefined) return <span title={href}>{children}</span>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="external" size={12} />
      <span className="hidden"> (opens in a new tab)</span>
    </a>
  )
}
