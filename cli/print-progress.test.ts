import { expect, test } from 'vitest'
import type { Output } from './host.ts'
import { createProgress } from './print-progress.ts'

const record = (isTTY: boolean): { readonly output: Output; readonly written: string[] } => {
  const written: string[] = []
  return { output: { isTTY, write: (text) => written.push(text) }, written }
}

test('[CLI-14] is one line on a terminal that changes, and is gone at the end', () => {
  const { output, written } = record(true)
  const progress = createProgress(output, 'Importing clients')
  progress.show(0, 0)
  progress.show(1, 503) // too soon after the one before
  progress.end()
  progress.end()
  expect(written).toEqual(['\r\u001B[KImporting clients …', '\r\u001B[K'])
})

test('[CLI-14] is nothing at all elsewhere, while a job takes less than five seconds', () => {
  const { output, written } = record(false)
  const progress = createProgress(output, 'Importing clients')
  progress.show(1, 503)
  progress.show(503, 503)
  progress.end()
  expect(written).toEqual([])
})
