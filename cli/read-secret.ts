/** Reads a passphrase or a recovery key from a file or from the environment: never from the command line. */
import { err, ok, type Result } from '#domain/result.ts'
import { readFile } from 'node:fs/promises'
import { badInput, type CliError } from './cli-error.ts'
import { fileTrouble } from './file-trouble.ts'
import type { Host } from './host.ts'

export type SecretSource = {
  /** "passphrase", for the words. */
  readonly what: string
  readonly file: string | undefined
  readonly variable:
    | 'SECURATLAS_PASSPHRASE'
    | 'SECURATLAS_NEW_PASSPHRASE'
    | 'SECURATLAS_RECOVERY_KEY'
    | 'SECURATLAS_ENVELOPE_PASSPHRASE'
}

/** Undefined where there is neither. The file's first line is the secret; it comes before the environment. */
export const readSecret = async (
  source: SecretSource,
  { env }: Host,
): Promise<Result<string | undefined, CliError>> => {
  const { what, file, variable } = source
  if (file === undefined) return ok(env[variable] === '' ? undefined : env[variable])
  try {
    const [line = ''] = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/)
    if (line !== '') return ok(line)
    return err(badInput(`The first line of ${file} is empty.`, 'Nothing was changed.', `Write the ${what} there.`))
  } catch (error) {
    return err(badInput(`The ${what} cannot be read: ${fileTrouble(error, file)}.`, 'Nothing was changed.'))
  }
}

/** For a command that cannot do without it. */
export const requireSecret = async (source: SecretSource, host: Host): Promise<Result<string, CliError>> => {
  const secret = await readSecret(source, host)
  if (!secret.ok) return secret
  if (secret.value !== undefined) return ok(secret.value)
  const option = `--${source.variable.replace('SECURATLAS_', '').toLowerCase().replace('_', '-')}-file`
  return err(
    badInput(`The ${source.what} is missing.`, 'Nothing was changed.', `Set ${source.variable} or give ${option}.`),
  )
}
