import { layout } from './layout'
import { paint, type Picture } from './paint'
import type { Scene } from './scene'

/**
 * Lays out and paints one frame, synchronously. The one hot path: a pan or a zoom is one call of this.
 * The canvas is sized to the frame at the given device pixel ratio.
 */
export function draw(canvas: HTMLCanvasElement, picture: Picture, scene: Scene, ratio: number): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width, height } = picture.frame
  const wide = Math.max(1, Math.round(width * ratio))
  const tall = Math.max(1, Math.round(height * ratio))
  if (canvas.width !== wide || canvas.height !== tall) {
    canvas.width = wide
    canvas.height = tall
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  layout(picture.content, picture.frame, scene)
  paint(context, scene, picture)
}
