import { useMemo } from 'react'
import { useHref } from 'react-router-dom'
import { encode } from 'uqr'
import { pathTo } from '../../app/paths'
import type { Id } from '../../domain/units'
import styles from './card.module.css'

/** Opens the incident on a phone: the address as a QR code, dark on light in both themes, for readers want it so. */
export function Code({ id }: { readonly id: Id }) {
  const address = new URL(useHref(pathTo('incidents', { id })), location.href).href
  const { path, size } = useMemo(() => {
    const { data, size } = encode(address, { border: 2, ecc: 'L' })
    const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: cells.join(''), size }
  }, [address])
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`QR code that opens ${id}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
