/** A keyring file as text: its header line, its key lines, and how the two copies of one text heal each other. */
import { parseKeyLine } from './key-lines.ts'

export type KeyringText = {
  readonly text: string
  readonly headerLine: string
  readonly lines: readonly string[]
  /** Something follows the last line that was written in full: a crash cut an append short. */
  readonly isTorn: boolean
}

export const parseKeyringText = (text: string): KeyringText => {
  const [headerLine = '', ...lines] = text.split('\n')
  const tail = lines.pop() ?? ''
  if (tail === '') return { text, headerLine, lines, isTorn: false }
  // A whole line that only lost its line end was written in full: keep it. Less than that was never acknowledged.
  const whole = [tail, tail.slice(0, -1)].find((line) => parseKeyLine(line) !== undefined)
  return { text, headerLine, lines: whole === undefined ? lines : [...lines, whole], isTorn: true }
}

/**
 * Both texts began as the same lines and each may have lost some: the result has every readable line of either, in
 * order. A damaged line is kept unless the other text, being without damage, must hold what it once said.
 */
export const mergeLines = (mine: readonly string[], theirs: readonly string[]): readonly string[] => {
  const readable = theirs.filter((line) => parseKeyLine(line) !== undefined)
  const isHealed = readable.length === theirs.length && sizeOf(theirs) >= sizeOf(mine)
  const ours = isHealed ? mine.filter((line) => parseKeyLine(line) !== undefined) : mine
  const positions = new Map(ours.map((line, index) => [line, index]))
  const merged: string[] = []
  let taken = 0
  for (const line of readable) {
    const position = positions.get(line)
    if (position === undefined) {
      merged.push(line)
    } else if (position >= taken) {
      merged.push(...ours.slice(taken, position + 1))
      taken = position + 1
    }
  }
  return [...merged, ...ours.slice(taken)]
}

const sizeOf = (lines: readonly string[]): number => lines.reduce((size, line) => size + line.length + 1, 0)
