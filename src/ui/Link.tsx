import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react'
import { type To, useHref, useLinkClickHandler } from 'react-router-dom'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Where it leads inside the app: `pathTo` of src/app/paths.ts says it. */
  readonly to: To
  /** Takes the place of the current entry of the history. */
  readonly replace?: boolean
  readonly ref?: Ref<HTMLAnchorElement>
}

/**
 * A link to another view, followed without loading the page anew. The router's own one does what its framework needs
 * besides (prefetching modules and data), which every page would download: 3 kB.
 */
export function Link({ to, replace, onClick, target, children, ...rest }: LinkProps) {
  const follow = useLinkClickHandler(to, { ...(target && { target }), ...(replace !== undefined && { replace }) })
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!event.defaultPrevented) follow(event)
  }
  return (
    <a {...rest} target={target} href={useHref(to)} onClick={click}>
      {children}
    </a>
  )
}
