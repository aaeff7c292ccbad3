/** What `npm start` can be told, from its arguments and the environment. */
import { err, ok, type Result } from '#domain/result.ts'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type StartArguments = {
  /** Prints the address and opens no window. */
  readonly headless: boolean
  readonly dataDir: string | undefined
  readonly accountId: string | undefined
  readonly passphrase: string | undefined
  /** Where a built page lies already; without it, the page is built when it is stale. */
  readonly pageDir: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** The error is one line for people. */
export const readStartArguments = async (
  parameters: readonly string[],
  environment: Environment,
): Promise<Result<StartArguments, string>> => {
  const parsed = parse(parameters)
  if (!parsed.ok) return parsed
  const { headless = false, account, 'data-dir': dataDir, 'passphrase-file': file } = parsed.value
  const passphrase = file === undefined ? ok(environment['SECURATLAS_PASSPHRASE']) : await readPassphrase(file)
  if (!passphrase.ok) return passphrase
  return ok({
    headless,
    dataDir: dataDir === undefined ? undefined : resolve(dataDir),
    accountId: account,
    passphrase: passphrase.value === '' ? undefined : passphrase.value,
    pageDir: environment['SECURATLAS_PAGE_DIR'] || undefined,
  })
}

const parse = (parameters: readonly string[]) => {
  try {
    const text = { type: 'string' } as const
    const options = { headless: { type: 'boolean' }, 'data-dir': text, account: text, 'passphrase-file': text } as const
    return ok(parseArgs({ args: [...parameters], options, strict: true, allowPositionals: false }).values)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(`${reason}. Known: --headless, --data-dir FOLDER, --account ID, --passphrase-file FILE.`)
  }
}

/** Editors end a file with a line break, which is no part of the passphrase. */
const readPassphrase = async (file: string): Promise<Result<string, string>> => {
  try {
    return ok((await readFile(file, 'utf8')).replace(/\r?\n$/, ''))
  } catch (error) {
    return err(`The passphrase file cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
