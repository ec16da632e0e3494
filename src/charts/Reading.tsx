import frame from './frame.module.css'
import { percent, shareAt, type ShareModel } from './share'

export interface ReadingProps {
  readonly model: ShareModel
  readonly at: number
  readonly name: string
  /** Place along the axis, 0…1. */
  readonly place: number
  /** Key of the curve that Enter opens. */
  readonly chosen: string | undefined
}

/** The box beside the line at which the curves are read. */
export function Reading({ model, at, name, place, chosen }: ReadingProps) {
  const side = place > 0.5 ? { right: `${(1 - place) * 100}%` } : { left: `${place * 100}%` }
  return (
    <div className={frame.tip} style={side} data-picture="none" aria-hidden>
      <b>within {name}</b>
      <dl>
        {model.curves.map((curve) => {
          const share = shareAt(model, curve, at)
          return (
            <div key={curve.key}>
              <i className={frame.swatch} style={{ background: curve.fill }} />
              <dt>{curve.key === chosen ? <b>{curve.label}</b> : curve.label}</dt>
              <dd>{share === undefined ? '–' : percent(share)}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
