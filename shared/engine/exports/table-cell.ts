/** Values that a table is written from, and what keeps a text from being run as a formula by a spreadsheet. */

/** Numbers stay numbers; a date is given as ISO text. */
export type CellValue = string | number | boolean | undefined

/** A number, sign and all, is written by us and is no formula; everything else may have been typed by anyone. */
export const neutralText = (text: string): string => (startsLikeFormula(text) ? `'${text}` : text)

/** Also behind white space, which spreadsheets drop, and in the full-width forms, which East Asian ones fold. */
const startsLikeFormula = (text: string): boolean => /^(?:[\t\r\n]|[\s\p{Cc}\u200B]*[=+\-@＝＋－＠])/u.test(text)
