/** The longest turn of the event loop during each kind of long work, each in an engine that was just started: nobody else is answered meanwhile. */
import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createClients, openBenchEngine, withFolder } from './bench-account.ts'
import { forInformation, withLimit, type Figure } from './figure.ts'

export type LongWork = 'sample' | 'import' | 'doctor' | 'keys' | 'list' | 'preview' | 'owner' | 'backup' | 'export'

const execute = promisify(execFile)
const program = fileURLToPath(new URL('./turns-subject.ts', import.meta.url))
const most = 50

export const benchTurns = (): Promise<readonly Figure[]> =>
  withFolder(async (folder) => [
    await longestTurn('sample of 1000', join(folder, 'sample'), ['sample']),
    ...(await withClients(folder, 1000, async (dataDir) => [
      await longestTurn('import of 503 beside 1000', dataDir(), ['import']),
      await longestTurn('doctor over 1000', dataDir(), ['doctor']),
      await longestTurn('change of keys over 1000', dataDir(), ['keys']),
      await longestTurn('backup of 1000', dataDir(), ['backup']),
      await longestTurn('export of everything of 1000', dataDir(), ['export']),
      await longestTurnOfAll('sample, import, doctor and keys in one process', dataDir()),
    ])),
    ...(await withClients(folder, 10_000, async (dataDir) => [
      await longestTurn('list of 10000', dataDir(), ['list']),
      await longestTurn('preview of 100000 rows beside 10000', dataDir(), ['preview']),
      await longestTurn('one owner for 10000', dataDir(), ['owner']),
    ])),
  ])

/** The work gets a function that hands out a copy of the account for each measurement. */
const withClients = async (
  folder: string,
  clients: number,
  work: (dataDir: () => string) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> => {
  const template = join(folder, `with-${clients}`)
  const engine = await openBenchEngine(template)
  await createClients(engine, clients)
  await engine.close()
  let copies = 0
  return work(() => {
    const copy = `${template}-${++copies}`
    cpSync(template, copy, { recursive: true, preserveTimestamps: true })
    return copy
  })
}

const longestTurn = async (name: string, dataDir: string, works: readonly LongWork[]): Promise<Figure> =>
  withLimit({ name: `longest turn, ${name}`, figure: await measure(dataDir, works), unit: 'ms' }, { most })

/** The collector frees the handles of thousands of closed files at once: one turn of about 100 ms. */
const longestTurnOfAll = async (name: string, dataDir: string): Promise<Figure> => {
  const figure = await measure(dataDir, ['sample', 'import', 'doctor', 'keys'])
  return forInformation({ name: `longest turn, ${name}`, figure, unit: 'ms' })
}

const measure = async (dataDir: string, works: readonly LongWork[]): Promise<number> => {
  const { stdout } = await execute(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    program,
    dataDir,
    ...works,
  ])
  return Number(stdout)
}
