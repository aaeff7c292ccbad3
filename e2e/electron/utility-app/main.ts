/** The product's main process over an engine that needs no storage, so that the utility process runs everywhere. */
import { forkUtilityProcess } from '#electron/main/engine/fork-utility-process.ts'
import { runApp } from '#electron/main/run-app.ts'
import { app } from 'electron'
import { join } from 'node:path'

const built = join(import.meta.dirname, '..')

runApp({
  built,
  dataDir: app.commandLine.getSwitchValue('data-dir'),
  folders: { areRemembered: false, missing: undefined },
  forkEngine: () => forkUtilityProcess(join(built, 'engine', 'index.cjs')),
  report: (line) => void process.stderr.write(`${line}\n`),
})
