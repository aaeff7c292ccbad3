/** Prints how long the files are, and refuses a source file that has outgrown one concept. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { isSource, isTest } from './list-project-files.ts'

const longest = 600

type Measured = { readonly file: string; readonly lines: number }

export const fileLength: Check = {
  name: 'file length',
  run: async ({ root, files }) => {
    const measured: Measured[] = []
    for (const file of files.filter(isSource)) {
      measured.push({ file, lines: countLines(await readFile(join(root, file), 'utf8')) })
    }
    return {
      failures: tooLong(measured),
      notes: [
        figures(
          'source',
          measured.filter(({ file }) => !isTest(file)),
        ),
        figures(
          'test',
          measured.filter(({ file }) => isTest(file)),
        ),
      ],
    }
  },
}

const tooLong = (measured: readonly Measured[]): readonly string[] =>
  measured
    .filter(({ file, lines }) => lines > longest && !isTest(file))
    .map(({ file, lines }) => `${file}: ${lines} lines, over ${longest}; look for the concept that wants out`)

/** Nearest-rank: the length that the given share of files does not exceed. */
export const lengthAt = (share: number, lengths: readonly number[]): number =>
  lengths.toSorted((left, right) => left - right)[Math.max(0, Math.ceil(share * lengths.length) - 1)] ?? 0

export const countLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

const figures = (kind: string, measured: readonly Measured[]): string => {
  const lengths = measured.map(({ lines }) => lines)
  return `${kind}: ${lengths.length} files, median ${lengthAt(0.5, lengths)}, nine in ten ${lengthAt(0.9, lengths)}, longest ${lengthAt(1, lengths)} lines`
}
