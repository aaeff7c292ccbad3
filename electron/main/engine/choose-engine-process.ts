/** Chooses the kind of process for the engine by what the runtime can do. */
import { forkNodeProcess } from './fork-node-process.ts'
import { forkUtilityProcess } from './fork-utility-process.ts'
import type { ForkEngine } from './engine-process.ts'

/** What the storage's binary is compiled for; Electron has it since its Node is 22.14. */
const neededNodeApi = 10

/** `nodePath`: a newer Node for a runtime that needs one; tests hand it over, an installed app needs none. */
export const chooseEngineProcess = (modulePath: string, nodePath: string | undefined): ForkEngine => {
  if (Number(process.versions['napi']) >= neededNodeApi) return () => forkUtilityProcess(modulePath)
  if (nodePath !== undefined) return () => forkNodeProcess(modulePath, nodePath)
  throw new Error(`this runtime (Electron ${process.versions['electron'] ?? ''}) is too old, and no Node was named`)
}
