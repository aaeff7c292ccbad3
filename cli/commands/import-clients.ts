/** `clients import`: reads the file here and sends its bytes, so that it works the same on a running engine. */
import type { ImportReport } from '#api/engine.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Outcome } from '../answer.ts'
import { badInput, failed, type CliError } from '../cli-error.ts'
import { fileTrouble } from '../file-trouble.ts'
import { followJob } from '../follow-job.ts'
import { showCell } from '../print-table.ts'
import type { AccountSession } from '../session.ts'

export type ImportOptions = { readonly map?: string; readonly header: boolean }

export const importClients = async (
  session: AccountSession,
  path: string,
  options: ImportOptions,
): Promise<Outcome> => {
  const { client, host } = session
  const bytes = await readTable(session, path)
  if (!bytes.ok) return bytes
  const { map, header } = options
  const job = await client.clients.import.mutate({ fileName: basename(path), bytes: bytes.value, map, header })
  const report = await followJob<ImportReport>(client, host, {
    ...job,
    label: 'Importing clients',
    afterCancel: 'Nothing was imported. Run the import again when you like.',
  })
  return report.ok ? ok(answerOf(report.value)) : report
}

const mebibyte = 1024 * 1024
/** A frame of the local socket carries 64 MiB. */
const largestForwarded = 60 * mebibyte

const readTable = async (
  { isForwarded }: AccountSession,
  path: string,
): Promise<Result<Uint8Array<ArrayBuffer>, CliError>> => {
  try {
    const bytes = await readFile(path)
    if (!isForwarded || bytes.length <= largestForwarded) return ok(bytes)
    const size = `${path} has ${String(Math.ceil(bytes.length / mebibyte))} MB, and a running SecurAtlas takes 60 MB at once from here.`
    return err(badInput(size, 'Nothing was imported.', 'Close it, then repeat the command, or split the file.'))
  } catch (error) {
    const reason = `The file cannot be read: ${fileTrouble(error, path)}.`
    return err(badInput(reason, 'Nothing was imported.', 'Name the file that holds your list.'))
  }
}

const answerOf = (report: ImportReport) => {
  const { accepted, refused } = report
  const summary = `${String(accepted)} accepted, ${String(refused.length)} refused.`
  return {
    json: { accepted, refused },
    text: () =>
      [summary, ...refused.map(({ line, reason }) => `  line ${String(line)}: ${showCell(reason)}`)].join('\n'),
    problem:
      accepted === 0 && refused.length > 0
        ? failed(
            'Every row was refused.',
            'Nothing was imported.',
            'Correct the rows, or say with --map which column is which.',
          )
        : undefined,
  }
}
