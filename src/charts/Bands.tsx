import { usePlotArea } from 'recharts'
import { placeNames } from './names'
import type { ShareCurve, ShareModel } from './share'
import styles from './share.module.css'

/** The 95 % interval around each curve as a soft area, and the names of those beside which there is room. */
export function Bands({ model: { curves, times } }: { readonly model: ShareModel }) {
  const area = usePlotArea()
  const [first, last] = [times[0], times.at(-1)]
  if (!area || first === undefined || last === undefined) return null
  const x = (index: number) =>
    area.x + (Math.log((times[index] ?? first) / first) / Math.log(last / first)) * area.width
  const y = (share: number) => area.y + (1 - share) * area.height
  const answers = curves.filter(({ hint }) => !hint)
  return (
    <g className={styles.bands}>
      {answers.map((curve) => (
        <path key={curve.key} d={outline(curve, x, y)} fill={curve.fill} data-band={curve.key} />
      ))}
      {answers.length > 1 &&
        placeNames(answers, { x, y, left: area.x, right: area.x + area.width }).map(
          ({ key, label, anchor, ...place }) => (
            <text key={key} {...place} textAnchor={anchor}>
              {label}
            </text>
          ),
        )}
    </g>
  )
}

type Place = (value: number) => number

/** Around the band in steps: forth along its upper edge and back along the lower one. A gap begins a new outline. */
function outline({ bands = [] }: ShareCurve, x: Place, y: Place): string {
  let path = ''
  let from = 0
  while (from < bands.length) {
    let to = from
    while (bands[to]) to += 1
    if (to > from) {
      const stretch = bands.slice(from, to)
      const edge = (side: 'low' | 'high') =>
        stretch.map((band, index) => `H${x(from + index).toFixed(1)}V${y(band?.[side] ?? 0).toFixed(1)}`)
      const back = edge('low')
        .toReversed()
        .map((step) => step.replace(/^(H\S+)(V\S+)$/, '$2$1'))
      path += `M${x(from).toFixed(1)} ${y(stretch[0]?.high ?? 0).toFixed(1)}${edge('high').join('')}${back.join('')}Z`
    }
    from = to + 1
  }
  return path
}
