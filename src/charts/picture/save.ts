import { tableFile } from '../../domain/tables/file'
import { type Cell, fileStem } from '../../domain/tables/table'
import { saveFile } from '../../ui/save'
import type { ChartScope } from '../ChartScope'
import type { FigureTable } from '../Figures'
import { pictureOf, type PictureWords } from './picture'

/** The forms in which a chart leaves the product. */
export type PictureForm = 'png' | 'svg' | 'csv'

/** Pixels of the picture for each of the screen's: sharp on paper. */
const density = 2

/** Draws an SVG text on a canvas. By a data address: the page's policy lets images come from there. */
async function raster(text: string, width: number, height: number): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser drew no picture'))), 'image/png'),
  )
}

/** A count is a number to a spreadsheet; `–` says that there is none. */
const cellOf = (text: string): Cell =>
  text === '–' ? undefined : /^\d{1,3}(,\d{3})*$/.test(text) ? Number(text.replaceAll(',', '')) : text

export interface Saved {
  readonly figure: Element
  readonly words: PictureWords
  readonly table: FigureTable
  readonly scope: ChartScope
}

/** Hands a chart to the browser as a file, and tells its name. */
export async function saveChart(form: PictureForm, { figure, words, table, scope }: Saved): Promise<string> {
  const { asOf, zone, lines } = scope
  if (form === 'csv') {
    const columns = table.columns.map((label, index) => ({ key: `c${index}`, label }))
    const rows = table.rows.map(({ cells }) => cells.map(cellOf))
    const about = { title: words.title, scope: lines, definitions: [words.sub, words.summary] }
    const file = tableFile({ ...about, columns, rows }, 'csv', asOf, zone)
    saveFile(file)
    return file.name
  }
  const { text, width, height } = pictureOf(figure, words, scope)
  const name = `${fileStem(words.title, asOf, zone)}.${form}`
  if (form === 'svg') saveFile({ name, type: 'image/svg+xml', text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}` })
  else saveFile({ name, type: 'image/png', text: await raster(text, width, height) })
  return name
}
