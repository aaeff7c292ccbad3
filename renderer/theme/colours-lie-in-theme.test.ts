/** Reads every source of the page: a colour or a shorthand in the wrong place shows on no screenshot until it hurts. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '..')

const sources = async (): Promise<readonly { readonly file: string; readonly text: string }[]> => {
  const files = (await readdir(renderer, { recursive: true })).filter(
    (file) => /\.(css|ts|tsx)$/.test(file) && !file.startsWith('theme/') && !/\.test\.tsx?$/.test(file),
  )
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(renderer, file), 'utf8') })))
}

const findIn = async (pattern: RegExp): Promise<readonly string[]> =>
  (await sources()).flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map((match) => `${file}: ${match[0].trim()}`),
  )

test('[UI-3] only the theme names a colour by its value', async () => {
  expect(await findIn(/#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b(?![/-])|\b(?:rgba?|hsla?|oklch)\(/gi)).toEqual([])
})

test('[UI-4] nothing sets the font by its shorthand, which would reset the numerals', async () => {
  expect(await findIn(/(?<![\w-])font:/g)).toEqual([])
})
