import { type AnchorHTMLAttributes, createContext, type ReactNode, use } from 'react'

export interface MarkLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path inside the app. */
  readonly to: string
}

/** Makes the element that leads to `to`. */
export type RenderLink = (props: MarkLinkProps) => ReactNode

const plain: RenderLink = ({ to, children, ...rest }) => (
  <a {...rest} href={to}>
    {children}
  </a>
)

const LinkContext = createContext<RenderLink>(plain)

/** Says how marks lead to their records: by the router's own link, which charts know nothing of. */
export const MarkLinkProvider = LinkContext.Provider

/** A mark, a row or a legend entry that opens the records it stands for. */
export function MarkLink(props: MarkLinkProps) {
  const link = use(LinkContext)
  return link(props)
}
