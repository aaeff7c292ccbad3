/** Two letters that stand for a name: of its first and last word, else its first two. */
import { graphemesOf } from '#renderer/region/graphemes.ts'

export const initialsOf = (name: string): string => {
  const words = name.split(/[^\p{L}\p{N}\p{Emoji_Presentation}]+/u).filter((word) => word !== '')
  const [first, ...others] = words
  if (first === undefined) return '–'
  const last = others.at(-1)
  const letters = last === undefined ? firstOf(first, 2) : firstOf(first, 1) + firstOf(last, 1)
  return letters.toUpperCase()
}

const firstOf = (word: string, count: number): string => graphemesOf(word).slice(0, count).join('')
