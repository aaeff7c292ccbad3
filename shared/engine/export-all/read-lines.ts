/** The lines of an entry of an export, each checked against what such a line may hold. */
import type { z } from 'zod'
import { ArchiveFailure, type OpenArchive } from './open-archive.ts'

/** A document is at most 32 MB, and base64 makes four characters of three bytes. */
const longestLine = 64 * 1_048_576

/** None when the archive has no such entry. Throws an `ArchiveFailure` for a line that is none. */
export async function* readLines<Schema extends z.ZodType>(
  archive: OpenArchive,
  path: string,
  schema: Schema,
): AsyncGenerator<z.infer<Schema>> {
  if (!archive.has(path)) return
  let rest: Buffer[] = []
  let length = 0
  for await (const piece of archive.read(path)) {
    let from = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield parseLine(Buffer.concat([...rest, piece.subarray(from, end)]), { path, schema })
      rest = []
      length = 0
      from = end + 1
    }
    rest.push(piece.subarray(from))
    length += piece.length - from
    if (length > longestLine) throw new ArchiveFailure(`${path} has a line without end`)
  }
  if (length > 0) throw new ArchiveFailure(`${path} ends too early`)
}

type Place<Schema> = { readonly path: string; readonly schema: Schema }

const parseLine = <Schema extends z.ZodType>(line: Buffer, { path, schema }: Place<Schema>): z.infer<Schema> => {
  let json: unknown
  try {
    json = JSON.parse(line.toString('utf8'))
  } catch {
    throw new ArchiveFailure(`${path} holds a line that is no JSON`)
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new ArchiveFailure(`${path} holds a line that it may not hold`)
  return parsed.data
}
