import { useId } from 'react'
import type { SeriesLook, Texture } from './bars'
import frame from './frame.module.css'

/** Strokes over a tile of 6 by 6. */
const strokes: Readonly<Record<Texture, string>> = {
  plain: '',
  rising: 'M-1 1l2-2M0 6l6-6M5 7l2-2',
  falling: 'M-1 5l2 2M0 0l6 6M5-1l2 2',
  dots: 'M1.5 1.5h.01M4.5 4.5h.01',
  level: 'M0 3h6',
  upright: 'M3 0v6',
}

const idOf = (texture: Texture, fill: string): string => `texture-${texture}-${fill.replaceAll(/\W/g, '')}`

/** What a part is painted with: its colour, or its pattern where it has a texture. */
export const paintOf = ({ fill, texture = 'plain' }: Pick<SeriesLook, 'fill' | 'texture'>): string =>
  texture === 'plain' ? fill : `url(#${idOf(texture, fill)})`

function Pattern({ id, fill, texture }: { readonly id: string; readonly fill: string; readonly texture: Texture }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={fill} />
      <path
        d={strokes[texture]}
        stroke="var(--surface)"
        strokeOpacity="0.6"
        strokeWidth={texture === 'dots' ? 2 : 1.2}
        strokeLinecap="round"
        fill="none"
      />
    </pattern>
  )
}

/** The patterns of all parts of a drawing that have a texture. */
export function Textures({ series }: { readonly series: readonly SeriesLook[] }) {
  const textured = series.filter(({ texture = 'plain' }) => texture !== 'plain')
  if (textured.length === 0) return null
  return (
    <defs>
      {textured.map(({ key, fill, texture = 'plain' }) => (
        <Pattern key={key} id={idOf(texture, fill)} fill={fill} texture={texture} />
      ))}
    </defs>
  )
}

/** A small tile of what a part is painted with. */
export function Swatch({ fill, texture = 'plain' }: { readonly fill: string; readonly texture?: Texture | undefined }) {
  const id = useId()
  if (texture === 'plain') return <i className={frame.swatch} style={{ background: fill }} />
  return (
    <svg className={frame.swatch} width="10" height="10" aria-hidden>
      <defs>
        <Pattern id={id} fill={fill} texture={texture} />
      </defs>
      <rect width="10" height="10" fill={`url(#${id})`} />
    </svg>
  )
}
