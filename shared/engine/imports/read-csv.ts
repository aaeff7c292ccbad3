/** Delimited text as rows: encoding and delimiter found by looking, quotes and line breaks inside them respected. */
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'

import { CsvError, parse } from 'csv-parse'

import { err, ok } from '#domain/result.ts'

import {
  decodeText,
  detectEncoding,
  isDecodingError,
  looksBinary,
  sampleText,
  type DetectedEncoding,
} from './decode-text.ts'
import { detectDelimiter } from './detect-delimiter.ts'
import { binaryFile, damagedText, rowTooLong, unclosedQuote, type TableError } from './table-error.ts'
import type { RowSource, TableLimits, TableRow } from './table.ts'

const batchRows = 1_000

export async function* readCsvRows(bytes: Uint8Array, limits: TableLimits): RowSource {
  const detected = detectEncoding(bytes)
  if (!detected.ok) return detected
  const { encoding } = detected.value
  const sample = sampleText(bytes, detected.value)
  if (looksBinary(sample)) return err(binaryFile())
  const announced = announcedDelimiter.exec(sample)
  const delimiter = announced?.[1] ?? detectDelimiter(sample)

  let line = announced === null ? 1 : 2
  const addLine = (cells: string[]): TableRow => {
    const row = { line, cells }
    line += 1 + countLineBreaks(cells)
    return row
  }
  const parser = openParser(delimiter, limits, addLine)
  const text = withoutBeginning(decodeText(bytes, detected.value), announced?.[0].length ?? 0)
  const fed = pipeline(Readable.from(text), parser).catch(() => 'the loop below meets the same error')
  let batch: TableRow[] = []
  try {
    for await (const row of parser as AsyncIterable<TableRow>) {
      batch.push(row)
      if (batch.length < batchRows) continue
      yield batch
      batch = []
    }
  } catch (error) {
    return err(explain(error, line, detected.value))
  }
  await fed
  yield batch
  return ok({ kind: 'csv', encoding, ...(delimiter === undefined ? {} : { delimiter }) })
}

/** Excel's own first line: `sep=;` */
const announcedDelimiter = /^sep=([^"\r\n])(?:\r\n|\n|\r)/iu

/** What nobody types: cuts nothing in a plain list. */
const noDelimiter = '\u001F'

const openParser = (delimiter: string | undefined, limits: TableLimits, onRecord: (cells: string[]) => TableRow) =>
  parse({
    delimiter: delimiter ?? noDelimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // Only the left side: with rtrim csv-parse refuses `"Best" Ltd`, which relax_quotes would take.
    ltrim: true,
    max_record_size: limits.recordBytes,
    // While parsing: after an error the records that were not yet taken are gone, and with them the count of lines.
    // Its types know arrays only.
    on_record: onRecord as unknown as (cells: string[]) => string[],
  })

/** csv-parse counts a CRLF inside quotes as two lines, so the lines are counted here. */
const countLineBreaks = (cells: readonly string[]): number => {
  let breaks = 0
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\n|\r/gu)?.length ?? 0
  }
  return breaks
}

function* withoutBeginning(pieces: Iterable<string>, length: number): Generator<string, undefined> {
  let toSkip = length
  for (const piece of pieces) {
    yield toSkip > 0 ? piece.slice(toSkip) : piece
    toSkip = 0
  }
  return undefined
}

const explain = (error: unknown, line: number, { encoding, bomBytes }: DetectedEncoding): TableError => {
  if (isDecodingError(error)) return bomBytes > 0 ? damagedText(encoding) : binaryFile()
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return unclosedQuote(line)
  if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') return rowTooLong(line)
  throw error
}
