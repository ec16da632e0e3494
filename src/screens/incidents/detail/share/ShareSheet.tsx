import { useRef } from 'react'
import { Button, Modal, TextArea } from '../../../../ui'
import styles from '../response.module.css'
import { qrPath } from './qrPath'

/** What is shared: the address as a QR code, or a text that the browser did not let us copy. */
export type Sheet = { readonly kind: 'link' } | { readonly kind: 'text'; readonly text: string }

interface ShareSheetProps {
  readonly sheet: Sheet
  readonly id: string
  readonly link: string
  readonly onCopy: (text: string, what: string) => void
  readonly onClose: () => void
}

function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  )
}

/** The address of an incident to point a phone at, or a text to copy by hand. Loaded when it is first asked for. */
export default function ShareSheet({ sheet, id, link, onCopy, onClose }: ShareSheetProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const text = sheet.kind === 'link' ? link : sheet.text
  return (
    <Modal
      open
      onClose={onClose}
      title={sheet.kind === 'link' ? `Link to ${id}` : 'Copy by hand'}
      initialFocus={area}
      footer={
        <Button tone="primary" onClick={() => onCopy(text, sheet.kind === 'link' ? 'Link copied' : 'Copied')}>
          Copy
        </Button>
      }
    >
      <div className={styles.qr}>
        {sheet.kind === 'link' && <Qr text={link} label={`QR code of ${link}`} />}
        <TextArea
          ref={area}
          label={
            sheet.kind === 'link'
              ? 'Leads to this incident alone, without filters or zone'
              : 'The browser forbids copying here: select all of it, then copy.'
          }
          value={text}
          onChange={() => area.current?.select()}
        />
      </div>
    </Modal>
  )
}
