/** `clients export`: writes the table beside its place and then renames it, so that no half-written file is left. */
import { err, ok, type Result } from '#domain/result.ts'
import { randomBytes } from 'node:crypto'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { Outcome } from '../answer.ts'
import { badInput, failed, type CliError } from '../cli-error.ts'
import { queryOf, type FilterOptions } from '../client-query.ts'
import { fileTrouble } from '../file-trouble.ts'
import type { AccountSession } from '../session.ts'

export type ExportOptions = FilterOptions & { readonly out: string; readonly force?: boolean }

export const exportClients = async ({ client }: AccountSession, options: ExportOptions): Promise<Outcome> => {
  const { out, force = false } = options
  const format = formatOf(out)
  if (format === undefined) {
    return err(badInput(`${out} ends neither in .csv nor in .xlsx.`, 'Nothing was written.', 'Name such a file.'))
  }
  const path = resolve(out)
  if (!force && (await isThere(path))) return err(alreadyThere(path))
  const query = queryOf(options)
  const { total } = await client.clients.list.query({ ...query, limit: 1 })
  const answer = await client.clients.exportTable.query({ query, format })
  // The client's types are those of JSON, but ports carry bytes as they are.
  const bytes = answer.bytes as unknown as Uint8Array
  const written = await writeWhole(path, bytes)
  if (!written.ok) return written
  return ok({
    json: { out: path, format, clients: total, bytes: bytes.length },
    text: () => `${String(total)} clients written to ${path}. The file is not encrypted: treat it as what it holds.`,
  })
}

const formatOf = (path: string): 'csv' | 'xlsx' | undefined => {
  const ending = extname(path).toLowerCase()
  if (ending === '.csv') return 'csv'
  return ending === '.xlsx' ? 'xlsx' : undefined
}

const isThere = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined)) !== undefined

const alreadyThere = (path: string): CliError =>
  badInput(`${path} is there already.`, 'Nothing was written.', 'Name another file, or replace this one with --force.')

/** Readable for its owner alone: it holds client data in the clear. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<Result<void, CliError>> => {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return ok(undefined)
  } catch (error) {
    await rm(temporary, { force: true })
    if (isNoPlace(error))
      return err(
        badInput(`${path} is no place for a file.`, 'Nothing was written.', 'Name a file in a folder that is there.'),
      )
    return err(failed(`The table cannot be written: ${fileTrouble(error, path)}.`, 'Nothing was written.'))
  }
}

/** The folder that was named is not there, or is a file. */
const isNoPlace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))
