/** Composition root of the desktop app: what it was started with, and the process that its engine runs in. */
import { findStartFolder } from '#hosting/remembered-folder.ts'
import { passphraseSwitch, readPassphrase } from '#electron/passphrase-pipe.ts'
import { app } from 'electron'
import { join, resolve } from 'node:path'
import { chooseEngineProcess } from './engine/choose-engine-process.ts'
import { runApp } from './run-app.ts'

const built = join(import.meta.dirname, '..')
const switchValue = (name: string): string | undefined => app.commandLine.getSwitchValue(name) || undefined
const accountId = switchValue('account')
const passphrase = readPassphrase(switchValue(passphraseSwitch))

const named = switchValue('data-dir')
const { dataDir, missing } = named === undefined ? findStartFolder() : { dataDir: named, missing: undefined }

runApp({
  built,
  dataDir: resolve(dataDir),
  folders: { areRemembered: named === undefined, missing },
  unlock: accountId === undefined && passphrase === undefined ? undefined : { accountId, passphrase },
  forkEngine: chooseEngineProcess(join(built, 'engine', 'index.js'), process.env['SECURATLAS_ENGINE_NODE']),
  report: (line) => void process.stderr.write(`${line}\n`),
})
