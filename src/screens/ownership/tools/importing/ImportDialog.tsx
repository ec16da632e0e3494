import { useState } from 'react'
import { useDraft, useOwnership } from '../../../../data'
import type { Ownership } from '../../../../domain/coverage'
import type { Pending } from '../../../../domain/matrix'
import { Modal, useUnsaved } from '../../../../ui'
import { Give } from './Give'
import { Review } from './Review'

interface ImportDialogProps {
  readonly ownership: Ownership
  readonly pending: Pending
  readonly onClose: () => void
}

/** Longer tables are not kept over a reload: they would crowd out other drafts. */
const mostKept = 100_000

/** Takes in a RACI, RASCI or DACI table: given, looked at beside what is recorded, and only then sent. */
export default function ImportDialog({ ownership, pending, onClose }: ImportDialogProps) {
  const draft = useDraft('ownership import')
  const [long, setLong] = useState('')
  const [source, setSource] = useState('')
  const [looking, setLooking] = useState(false)
  const { parties } = useOwnership()
  const text = long === '' ? draft.text : long
  useUnsaved(long !== '')
  const give = (next: string, from = '') => {
    const isLong = next.length > mostKept
    setLong(isLong ? next : '')
    draft.write(isLong ? '' : next)
    setSource(from)
  }
  const done = () => {
    give('')
    onClose()
  }
  if (!looking || text.trim() === '')
    return (
      <Modal open wide onClose={onClose} title="Import a RACI, RASCI or DACI table">
        <Give text={text} source={source} onGive={give} onNext={() => setLooking(true)} />
      </Modal>
    )
  return (
    <Review
      text={text}
      source={source}
      ownership={ownership}
      parties={parties}
      pending={pending}
      onBack={() => setLooking(false)}
      onClose={onClose}
      onDone={done}
    />
  )
}
