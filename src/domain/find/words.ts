/** Letters that do not come apart into a plain letter and a mark. */
const odd: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

/** As people type: without capitals and without marks over letters. */
export function plain(text: string): string {
  const lower = text.toLowerCase()
  if (/^[ -~]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[øłđßæœı]/g, (letter) => odd[letter] ?? letter)
}

const between = /[^\p{L}\p{N}]+/u
const hump = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u

/** The words of a text as typed, each once: `rotate-bank certs` → rotate, bank, certs. */
export const termsOf = (text: string): readonly string[] => [...new Set(plain(text).split(between))].filter(Boolean)

/** A text as it is spoken, without signs: `Cert-expiry < 30d` → cert expiry 30d. */
export const spoken = (text: string): string => plain(text).split(between).filter(Boolean).join(' ')

/** The words a text is found by: those of `KubePodNotReady` as well as the whole. */
export function wordsOf(text: string): readonly string[] {
  // Most texts are plain, and this runs for every one of them.
  if (/^[ -~]*$/.test(text) && !/[a-z\d][A-Z]/.test(text)) return text.toLowerCase().match(/[a-z\d]+/g) ?? []
  const chunks = text.split(between).filter(Boolean)
  return chunks.flatMap((chunk) => {
    const parts = chunk.split(hump)
    return parts.length === 1 ? [plain(chunk)] : [plain(chunk), ...parts.map(plain)]
  })
}
