/** The order of what stands in a column: numbers by size, texts as people order them. */

const texts = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

export type SortValue = string | number | null | undefined

export const compareValues = (left: SortValue, right: SortValue): number => {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return texts.compare(`${left ?? ''}`, `${right ?? ''}`)
}
