/** The order of what stands in a column: numbers by size, texts as people order them. */
import { compareTextsIn } from '#renderer/region/compare-texts.ts'

export type SortValue = string | number | null | undefined

export type CompareValues = (left: SortValue, right: SortValue) => number

export const compareValuesIn = (locale: string): CompareValues => {
  const compareTexts = compareTextsIn(locale)
  return (left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left - right
      : compareTexts(`${left ?? ''}`, `${right ?? ''}`)
}
