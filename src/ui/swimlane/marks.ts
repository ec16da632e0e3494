import type { Span } from './columns'
import type { Content } from './frame'
import type { Mark } from './hit'
import { eachBar, pointsWithin } from './search'

/** Every mark of every lane that touches the span, lane by lane, in order of time: what the table tells. */
export function marksWithin(content: Content, span: Span): readonly (Mark & { readonly lane: number })[] {
  const found: (Mark & { readonly lane: number })[] = []
  for (let lane = 0; lane < content.lanes; lane++) {
    eachBar(content.bars, lane, span, (at) => found.push({ column: 'bars', at, lane }))
    const [low, high] = pointsWithin(content.points, lane, span)
    for (let at = low; at < high; at++) found.push({ column: 'points', at, lane })
  }
  return found
}
