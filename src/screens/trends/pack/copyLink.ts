import { announce, notice } from '../../../ui'

const place = 'review pack'
/** So many milliseconds the line stays up: long enough to be read. */
const shown = 6_000

/** One line for eyes and ears, which goes by itself. */
export function say(text: string): void {
  announce(text)
  notice(place, text)
  setTimeout(() => notice(place, undefined), shown)
}

/** Puts the whole address on the clipboard, or says why not and what to do. */
export async function copyLink(href: string): Promise<void> {
  const link = new URL(href, location.href).href
  try {
    await navigator.clipboard.writeText(link)
    say('The link to the review pack is copied: it shows the same figures later on')
  } catch {
    say('The browser does not let this page copy: open the pack and copy its address')
  }
}
