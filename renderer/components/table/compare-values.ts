/** The order of what stands in a column: numbers by size, texts as people order them. */

const texts = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

export const compareValues = (left: unknown, right: unknown): number => {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return texts.compare(String(left ?? ''), String(right ?? ''))
}
