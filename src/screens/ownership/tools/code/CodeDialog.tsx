import { Modal } from '../../../../ui'

/** Ownership as files to be committed. */
export default function CodeDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal open onClose={onClose} title="Ownership as code">
      <p>Loading…</p>
    </Modal>
  )
}
