/** Rows whose words are joined into one text. */
const blockSize = 1_024

/** The words of a block behind one another, and where each row's end. */
interface Block {
  readonly text: string
  readonly ends: Uint32Array
}

/**
 * The searchable words of each row, in lower case. To find a word in all rows, one long text a block is searched instead
 * of many short ones; a change spoils the text of its own block only.
 */
export class WordColumn {
  private readonly rows: string[] = []
  private readonly blocks: (Block | undefined)[] = []

  hold(row: number, words: string): void {
    this.rows[row] = words.toLowerCase()
    this.blocks[Math.floor(row / blockSize)] = undefined
  }

  /** Whether a row has the word, which is in lower case. */
  has(row: number, word: string): boolean {
    return this.rows[row]?.includes(word) ?? false
  }

  /** 1 at each row that has the word. The word has no white space in it, so that it cannot span two rows. */
  mask(word: string): Uint8Array {
    const mask = new Uint8Array(this.rows.length)
    for (let index = 0; index * blockSize < this.rows.length; index += 1) {
      const { text, ends } = this.block(index)
      let row = 0
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, ends[row])) {
        while (ends[row]! <= at) row += 1
        mask[index * blockSize + row] = 1
      }
    }
    return mask
  }

  private block(index: number): Block {
    const known = this.blocks[index]
    if (known) return known
    const rows = this.rows.slice(index * blockSize, (index + 1) * blockSize)
    const ends = new Uint32Array(rows.length)
    let end = 0
    for (const [row, words] of rows.entries()) {
      end += words.length + 1
      ends[row] = end
    }
    const block = { text: rows.join('\n'), ends }
    this.blocks[index] = block
    return block
  }
}
