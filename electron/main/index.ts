/** Composition root of the desktop app: what it was started with, and the process that its engine runs in. */
import { defaultDataDir } from '#hosting/default-data-dir.ts'
import { app } from 'electron'
import { join, resolve } from 'node:path'
import { chooseEngineProcess } from './engine/choose-engine-process.ts'
import { runApp } from './run-app.ts'

const built = join(import.meta.dirname, '..')
const named = app.commandLine.getSwitchValue('data-dir')

runApp({
  built,
  dataDir: resolve(named === '' ? defaultDataDir() : named),
  forkEngine: chooseEngineProcess(join(built, 'engine', 'index.js'), process.env['SECURATLAS_ENGINE_NODE']),
  report: (line) => void process.stderr.write(`${line}\n`),
})
