import { lazy, Suspense, useState } from 'react'
import { useHref } from 'react-router-dom'
import { pathTo } from '../../../../app/paths'
import { isWhole, useWhole, useZone } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { formatInstant } from '../../../../domain/units'
import { announce, Menu, useKeys } from '../../../../ui'
import { useTick } from '../../anchor'
import { useAsOf, useKnown } from '../../asOf/context'
import type { Names } from '../../useNames'
import styles from '../response.module.css'
import { chatText } from './chatText'
import { copyText } from './copy'
import type { Sheet } from './ShareSheet'

const ShareSheet = lazy(() => import('./ShareSheet'))

/** Ways to hand an incident on: as a message, as a link, as a QR code. */
export function Share({ incident, names }: { readonly incident: Incident; readonly names: Names }) {
  const zone = useZone()
  const now = useTick(60)
  const timeline = useWhole('timeline', { incidents: [incident.id] })
  const entries = useKnown(timeline.items)
  const at = useAsOf()
  // What was copied in the past leads to the past.
  const href = useHref(pathTo('incidents', { id: incident.id, ...(at !== undefined && { asof: formatInstant(at) }) }))
  const [sheet, setSheet] = useState<Sheet>()
  const [said, setSaid] = useState('')
  const link = new URL(href, location.origin).href

  const copy = async (text: string, what: string) => {
    const done = await copyText(text)
    setSheet(done ? undefined : { kind: 'text', text })
    setSaid(done ? what : '')
    if (done) announce(what)
  }
  const message = () =>
    void copy(
      chatText({
        incident,
        entries,
        whole: isWhole(timeline),
        names,
        now,
        past: at !== undefined,
        zone: zone.name,
        link,
      }),
      'Copied as chat text',
    )
  useKeys('Incident: share', [{ keys: 'y', label: 'Copy as chat text', run: message }])
  return (
    <span className={styles.share}>
      <Menu
        label="Share"
        items={[
          { key: 'chat', label: 'Copy as chat text', shortcut: 'Y', onSelect: message },
          { key: 'link', label: 'Copy link', onSelect: () => void copy(link, 'Link copied') },
          { key: 'qr', label: 'QR code and short link', onSelect: () => setSheet({ kind: 'link' }) },
        ]}
      />
      {said !== '' && <span className="muted">{said}</span>}
      {sheet && (
        <Suspense>
          <ShareSheet
            sheet={sheet}
            id={incident.id}
            link={link}
            onCopy={(text, what) => void copy(text, what)}
            onClose={() => setSheet(undefined)}
          />
        </Suspense>
      )}
    </span>
  )
}
