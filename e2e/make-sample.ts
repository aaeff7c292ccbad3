/** Fills a data folder with the sample practice, through the command line. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const samplePassphrase = 'correct horse battery'

const cli = join(import.meta.dirname, '..', 'cli', 'index.ts')

export const makeSample = (dataDir: string, clients = 25): Promise<unknown> =>
  runCli(dataDir, ['sample', 'create', '--clients', String(clients)])

/** A practice without a client. */
export const makeEmptyPractice = (dataDir: string, name: string): Promise<unknown> =>
  runCli(dataDir, [
    'practice',
    'init',
    '--name',
    name,
    '--email',
    'office@harbor.example',
    '--timezone',
    'Europe/Berlin',
  ])

/** A client whose name the journey knows. */
export const addClient = (
  dataDir: string,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<unknown> =>
  runCli(dataDir, [
    ...['clients', 'add', '--name', name],
    ...Object.entries(fields).flatMap(([field, value]) => ['--set', `${field}=${value}`]),
  ])

/** What the doctor finds in a folder that no program holds; throws when it finds damage. */
export const examine = async (dataDir: string, passphrase = samplePassphrase): Promise<unknown> =>
  JSON.parse(await runCli(dataDir, ['doctor', '--json'], passphrase))

export const makeBackup = (dataDir: string, out: string): Promise<unknown> =>
  runCli(dataDir, ['backup', 'create', '--out', out])

const runCli = async (
  dataDir: string,
  parameters: readonly string[],
  passphrase = samplePassphrase,
): Promise<string> => {
  const env = { ...process.env, SECURATLAS_PASSPHRASE: passphrase }
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...parameters, '--data-dir', dataDir], { env })
  return stdout
}
