import { usePlotArea } from 'recharts'
import type { ShareCurve, ShareModel } from './share'
import styles from './share.module.css'

/** Shares at which the names of the curves stand: one below the other, so that they are apart where curves are near. */
const places = [0.82, 0.69, 0.56, 0.43, 0.3, 0.17]

/** The 95 % interval around each curve as a soft area, and the name of each beside it: colour is not needed to tell them. */
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
        answers.map(({ key, label, shares }, nth) => {
          const wanted = places[nth] ?? 0.5
          const found = shares.findIndex((share) => share !== undefined && share >= wanted)
          // A curve that never gets so far is named where it ends.
          const at = found < 0 ? shares.findLastIndex((share) => share !== undefined) : found
          const share = Math.min(wanted, shares[at] ?? 0)
          const left = x(at) > area.x + area.width - 40
          return (
            <text key={key} x={x(at) + (left ? -6 : 6)} y={y(share) + 4} textAnchor={left ? 'end' : 'start'}>
              {label}
            </text>
          )
        })}
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
