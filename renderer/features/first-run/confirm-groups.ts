/** Which groups of the recovery key are asked for, and whether what was typed is one of them. */

/** Two different groups, counted from 0, in order. */
export const pickTwoGroups = (count: number, random: () => number = Math.random): readonly [number, number] => {
  const first = Math.floor(random() * count)
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count
  return first < second ? [first, second] : [second, first]
}

/** Case, spaces and dashes do not matter; letters that look like digits are those digits, as when the key is used. */
export const isSameGroup = (typed: string, group: string): boolean => plain(typed) === plain(group)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
