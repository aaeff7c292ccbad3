import { expect, test } from 'vitest'
import { refusedRowsCsv } from './refused-rows-csv.ts'

const textOf = async (blob: Blob): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())

test('[FIRST-8] refused rows are saved with row and reason, in quotes, for a spreadsheet to read as UTF-8', async () => {
  const blob = refusedRowsCsv([{ line: 7, reason: 'The same name as the client "Müller, Söhne".' }], ['Row', 'Reason'])
  expect(await textOf(blob)).toBe('\uFEFF"Row","Reason"\r\n"7","The same name as the client ""Müller, Söhne""."\r\n')
})

test('[FIRST-8] a reason that a spreadsheet would compute is plain text', async () => {
  const blob = refusedRowsCsv([{ line: 2, reason: '=HYPERLINK("x") is no name' }], ['Row', 'Reason'])
  expect(await textOf(blob)).toContain(`"'=HYPERLINK(""x"") is no name"`)
})
