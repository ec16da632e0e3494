import type { Document } from '../../domain/ownership'

const schemed = /^(https?|mailto):/i
const hostLike = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?(\/|$)/i
const pathLike = /^\.{0,2}\/?[\w.-]+(\/[\w.-]+)+$/

/**
 * The address a text means, or undefined when it is none. Repairs what real sets hold: a link without its scheme, and
 * one that is percent-encoded whole.
 */
export function addressOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (/^https?%3a%2f%2f/i.test(trimmed)) {
    try {
      return decodeURIComponent(trimmed)
    } catch {
      return undefined
    }
  }
  if (schemed.test(trimmed)) return trimmed
  if (hostLike.test(trimmed)) return `https://${trimmed}`
  return undefined
}

/** A runbook told as one text: a link, a path in a repository, or words that stand where a link should. */
export function documentOf(text: string): Document {
  const url = addressOf(text) ?? (pathLike.test(text.trim()) ? text.trim() : undefined)
  return url === undefined ? { placeholder: text.trim() } : { url }
}
