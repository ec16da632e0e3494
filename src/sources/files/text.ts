import type { GivenFile } from './given'
import { FileFault, type Reading } from './sink'

/** The unpacked text of a file, in pieces. */
export interface FileText {
  readonly pieces: AsyncIterable<string>
  /** True once the byte limit cut the text short. */
  readonly truncated: () => boolean
}

/** gzip is told by its first two bytes, not by the name: a server may have unpacked it on the way. */
const isPacked = async (blob: Blob): Promise<boolean> => {
  const head = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  return head[0] === 0x1f && head[1] === 0x8b
}

/** The bytes of a file, unpacked. */
export async function unpacked(blob: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  return (await isPacked(blob)) ? blob.stream().pipeThrough(new DecompressionStream('gzip')) : blob.stream()
}

/**
 * Reads a file as UTF-8, unpacked on the way, never more than the workspace's byte budget allows. Throws a FileFault
 * for broken gzip and for another encoding.
 */
export function textOf(file: GivenFile, reading: Reading): FileText {
  let truncated = false
  async function* pieces(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const share = file.blob.size
    let told = 0
    const reader = (await unpacked(file.blob)).getReader()
    try {
      for (;;) {
        reading.signal.throwIfAborted()
        const { done, value } = await reader.read()
        if (done) break
        const left = reading.budget.bytes
        truncated = value.length > left
        const bytes = truncated ? value.subarray(0, left) : value
        reading.budget.bytes -= bytes.length
        const step = Math.min(bytes.length, share - told)
        told += step
        reading.advanced(step)
        yield decoder.decode(bytes, { stream: true })
        if (truncated) break
      }
      if (!truncated) yield decoder.decode()
      reading.advanced(share - told)
    } finally {
      await reader.cancel().catch(() => undefined)
    }
  }
  async function* guarded(): AsyncGenerator<string> {
    try {
      yield* pieces()
    } catch (cause) {
      if (reading.signal.aborted || !(cause instanceof TypeError)) throw cause
      throw new FileFault('It is not UTF-8 text, or its compression is broken. Save it as UTF-8 again.', undefined, {
        cause,
      })
    }
  }
  return { pieces: guarded(), truncated: () => truncated }
}

/** The whole text. A file over the byte limit is refused: half a document cannot be read. */
export async function wholeText(file: GivenFile, reading: Reading): Promise<string> {
  const text = textOf(file, reading)
  const parts: string[] = []
  for await (const piece of text.pieces) parts.push(piece)
  if (text.truncated())
    throw new FileFault(
      `The workspace is larger than the limit of ${reading.limits.bytes.toLocaleString('en')} bytes. Raise limits.bytes in watchbill.yaml.`,
    )
  return parts.join('')
}

/** The first characters, enough to recognise a shape by: what can be unpacked of them, where the file is broken or cut. */
export async function headOf(blob: Blob, characters = 4096): Promise<string> {
  const reader = (await unpacked(blob)).getReader()
  const decoder = new TextDecoder('utf-8')
  let head = ''
  try {
    while (head.length < characters) {
      const { done, value } = await reader.read()
      if (done) break
      head += decoder.decode(value, { stream: true })
    }
  } catch {
    // A packed file of which only the beginning is here ends in an error; what came before it is good.
  } finally {
    await reader.cancel().catch(() => undefined)
  }
  return head.slice(0, characters)
}
