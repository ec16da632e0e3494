/** Hands a text or a picture to the browser as a file to be saved. */
export function saveFile({
  name,
  type,
  text,
}: {
  readonly name: string
  readonly type: string
  readonly text: string | Blob
}) {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the blob by then; kept longer it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
