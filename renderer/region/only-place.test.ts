import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '..')
const writesByItself = /\bIntl\b|\.toLocale\w*\(|\.localeCompare\(/

test('[REGION-1] nothing in the page but its region folder asks the platform how something is written or ordered', () => {
  const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'),
  )
  const found = sources.filter((file) => writesByItself.test(readFileSync(join(renderer, file), 'utf8')))
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((file) => !file.startsWith('region/'))).toEqual([])
})
