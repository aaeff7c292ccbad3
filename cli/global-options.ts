/** The options that every command takes, and where a value comes from when an option is not given. */
import { err, ok, type Result } from '#domain/result.ts'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { badInput, type CliError } from './cli-error.ts'
import type { Host } from './host.ts'

export type GlobalOptions = {
  readonly dataDir?: string
  readonly account?: string
  readonly json?: boolean
  readonly passphraseFile?: string
}

/** A folder that is not there is made only by a command that begins something. */
export const findDataDir = (
  { dataDir }: GlobalOptions,
  { env, defaultDataDir }: Host,
  mayCreate: boolean,
): Result<string, CliError> => {
  if (dataDir === '') return err(badInput('--data-dir is empty.', 'Nothing was changed.', 'Name a folder.'))
  const folder = resolve(dataDir ?? fromEnvironment(env['SECURATLAS_DATA_DIR']) ?? defaultDataDir)
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats?.isDirectory() === false) {
    return err(badInput(`${folder} is a file.`, 'Nothing was changed.', 'Name a folder with --data-dir.'))
  }
  if (stats === undefined && !mayCreate) {
    return err(badInput(`There is no data folder at ${folder}.`, 'Name another with --data-dir,', beginHere))
  }
  return ok(folder)
}

export const beginHere = 'or make a practice with "practice init" or "sample create".'

const fromEnvironment = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

/** A secret would show in the list of processes, and stay in the shell's history. */
export const findSecretArgument = (parameters: readonly string[]): CliError | undefined => {
  const found = parameters
    .map((parameter) => /^--(passphrase|new-passphrase|recovery-key|envelope-passphrase)(?:=|$)/.exec(parameter)?.[1])
    .find((name) => name !== undefined)
  if (found === undefined) return undefined
  return badInput(
    `--${found} is not taken: what stands on a command line shows in the process list and stays in the shell's history.`,
    'Nothing was changed.',
    `Put it in a file for --${found}-file, or into SECURATLAS_${found.toUpperCase().replace('-', '_')}.`,
  )
}
