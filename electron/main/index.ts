/** Composition root of the desktop app: what it was started with, and the process that its engine runs in. */
import { defaultDataDir } from '#hosting/default-data-dir.ts'
import { passphraseSwitch, readPassphrase } from '#electron/passphrase-pipe.ts'
import { app } from 'electron'
import { join, resolve } from 'node:path'
import { chooseEngineProcess } from './engine/choose-engine-process.ts'
import { runApp } from './run-app.ts'

const built = join(import.meta.dirname, '..')
const switchValue = (name: string): string | undefined => app.commandLine.getSwitchValue(name) || undefined
const accountId = switchValue('account')
const passphrase = readPassphrase(switchValue(passphraseSwitch))

runApp({
  built,
  dataDir: resolve(switchValue('data-dir') ?? defaultDataDir()),
  unlock: accountId === undefined && passphrase === undefined ? undefined : { accountId, passphrase },
  forkEngine: chooseEngineProcess(join(built, 'engine', 'index.js'), process.env['SECURATLAS_ENGINE_NODE']),
  report: (line) => void process.stderr.write(`${line}\n`),
})
