import { expect, test } from 'vitest'
import { countLines, fileLength, lengthAt } from './check-file-length.ts'
import { plantProject } from './plant-project.ts'

const lines = (count: number): string => 'x\n'.repeat(count)

test('[CHECK-13] a source file over 600 lines is refused, a test is not', async () => {
  await using project = await plantProject({
    'cli/long.ts': lines(601),
    'cli/long.test.ts': lines(601),
    'cli/longest-allowed.ts': lines(600),
  })
  const { failures } = await fileLength.run(project)
  expect(failures).toEqual([expect.stringContaining('cli/long.ts: 601 lines')])
})

test('[CHECK-13] the figures name the median and the length that nine in ten do not exceed', async () => {
  const texts = Object.fromEntries(
    [10, 20, 30, 40, 50, 60, 70, 80, 90, 500].map((count) => [`cli/f${count}.ts`, lines(count)]),
  )
  await using project = await plantProject({ ...texts, 'cli/one.test.ts': lines(7) })
  const { notes } = await fileLength.run(project)
  expect(notes).toEqual([
    'source: 10 files, median 50, nine in ten 90, longest 500 lines',
    'test: 1 files, median 7, nine in ten 7, longest 7 lines',
  ])
})

test('[CHECK-13] lengths are counted as an editor counts them', () => {
  expect([countLines(''), countLines('a'), countLines('a\n'), countLines('a\nb')]).toEqual([1, 1, 1, 2])
  expect(lengthAt(0.9, [])).toBe(0)
})
