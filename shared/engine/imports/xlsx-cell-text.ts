/** The value of a workbook's cell as the text that people see in it. */
import { plainNumber } from './plain-number.ts'
import { decodeEscapes, type Workbook } from './read-workbook.ts'
import { serialToIso } from './xlsx-dates.ts'

export type SheetCell = { readonly column: number; readonly type: string; readonly style: number; text: string }

/** Cell types of ECMA-376 part 1, 18.18.11; a formula counts by its result, an error is empty. `undefined`: damaged. */
export const cellText = ({ type, style, text }: SheetCell, workbook: Workbook): string | undefined => {
  switch (type) {
    case 's':
      return text.trim() === '' ? '' : workbook.sharedStrings[Number(text)]
    case 'inlineStr':
    case 'str':
      return decodeEscapes(text)
    case 'b':
      return text === '1' || text === 'true' ? 'true' : 'false'
    case 'e':
      return ''
    case 'd':
      return text.replace(/T00:00:00(?:\.0+)?Z?$/u, '')
    default:
      return numberText(text, style, workbook)
  }
}

const numberText = (text: string, style: number, { dateShapes, from1904 }: Workbook): string => {
  if (text.trim() === '') return ''
  const value = Number(text)
  const shape = dateShapes[style]
  return (shape && serialToIso(value, shape, from1904)) ?? plainNumber(value)
}
