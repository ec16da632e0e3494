import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useContext } from 'react'
import { type To, useHref, useLocation, useNavigate } from 'react-router-dom'
import { FromHere } from './fromHere'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Where it leads inside the app: `pathTo` of src/app/paths.ts says it. */
  readonly to: To
  /** Takes the place of the current entry of the history. */
  readonly replace?: boolean
  /** What the new entry of the history keeps; where it was followed from when absent. */
  readonly state?: unknown
  readonly ref?: Ref<HTMLAnchorElement>
}

/** Plain clicks are followed here; with a key or another button, and to another frame, the browser opens them. */
const isOurs = ({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent, target: string | undefined): boolean =>
  button === 0 && !metaKey && !altKey && !ctrlKey && !shiftKey && (target === undefined || target === '_self')

/**
 * A link to another view, followed without loading the page anew. The router's own one does what its framework needs
 * besides (prefetching modules and data), which every page would download: 3 kB. And what it keeps in the history has
 * to be known before the click.
 */
export function Link({ to, replace, state, onClick, target, children, ...rest }: LinkProps) {
  const href = useHref(to)
  const here = useHref(useLocation())
  const navigate = useNavigate()
  const from = useContext(FromHere)
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !isOurs(event, target)) return
    event.preventDefault()
    void navigate(to, { replace: replace ?? href === here, state: state ?? from?.() })
  }
  return (
    <a {...rest} target={target} href={href} onClick={click}>
      {children}
    </a>
  )
}
