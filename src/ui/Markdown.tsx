import ReactMarkdown, { type Components } from 'react-markdown'
import { SafeLink } from './SafeLink'

const components: Components = {
  a: ({ href, children }) => <SafeLink href={href ?? ''}>{children}</SafeLink>,
  // A foreign image would tell its server who reads: its words are shown instead.
  img: ({ alt }) => <span>{alt ? `[image: ${alt}]` : '[image]'}</span>,
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
}

/** Markdown as elements. Raw HTML in it stays text. Loaded when first wanted. */
export default function Markdown({ text }: { readonly text: string }) {
  return <ReactMarkdown components={components}>{text}</ReactMarkdown>
}
