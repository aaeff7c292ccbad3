/** What an engine with many clients holds in memory after its usual work, in a process of its own. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createClients, openBenchEngine, withFolder } from './bench-account.ts'
import { withLimit, type Figure } from './figure.ts'

const execute = promisify(execFile)
const program = fileURLToPath(new URL('./memory-subject.ts', import.meta.url))

export const benchMemory = async (): Promise<readonly Figure[]> => [
  ...(await residentSizes(1000, 250)),
  ...(await residentSizes(10_000, 400)),
]

const residentSizes = (clients: number, most: number): Promise<readonly Figure[]> =>
  withFolder(async (folder) => {
    const engine = await openBenchEngine(folder)
    const { id } = await createClients(engine, clients)
    await engine.close()
    const { stdout } = await execute(process.execPath, ['--disable-warning=ExperimentalWarning', program, folder, id])
    const { now, peak } = JSON.parse(stdout) as { readonly now: number; readonly peak: number }
    return [
      withLimit({ name: `memory with ${clients} clients`, figure: now, unit: 'MB' }, { most }),
      withLimit({ name: `memory with ${clients} clients, peak`, figure: peak, unit: 'MB' }, { most }),
    ]
  })
