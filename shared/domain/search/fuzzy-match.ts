/**
 * Finds what somebody means by a few letters: every letter has to be there in order; words' beginnings and neighbours
 * count more. Case and accents do not matter.
 */

export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()

/** 0 is no match; more is better. Both texts are folded already. */
export const matchScore = (query: string, text: string): number => {
  if (query === '') return 1
  const at = text.indexOf(query)
  if (at === 0) return 1000 - text.length
  if (at > 0) return (isWordStart(text, at) ? 800 : 500) - text.length
  return scatteredScore(query, text)
}

const scatteredScore = (query: string, text: string): number => {
  let score = 0
  let from = 0
  let last = -2
  for (const letter of query) {
    if (letter === ' ') continue
    const starts = nextWordStart(text, letter, from)
    const at = starts ?? text.indexOf(letter, from)
    if (at < 0) return 0
    score += at === last + 1 ? 12 : starts === undefined ? 1 : 8
    last = at
    from = at + 1
  }
  // Letters that lie all over a long text are chance.
  return score >= query.length * 4 ? score : 0
}

const nextWordStart = (text: string, letter: string, from: number): number | undefined => {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at
    if (at === from) return undefined
  }
  return undefined
}

const isWordStart = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
