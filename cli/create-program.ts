/** The commands and options of the command line, a file per noun. */
import { Command } from 'commander'
import { addActivityCommands } from './commands/activity.ts'
import { addBackupCommands } from './commands/backup.ts'
import { addClientsCommands } from './commands/clients.ts'
import { addDashboardCommand } from './commands/dashboard.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addEvidenceCommands } from './commands/evidence.ts'
import { addExportAllCommands } from './commands/export-all.ts'
import { addKeyringCommands } from './commands/keyring.ts'
import { addLibraryCommands } from './commands/library.ts'
import { addNotesCommands } from './commands/notes.ts'
import { addPracticeCommands } from './commands/practice.ts'
import { addSampleCommands } from './commands/sample.ts'
import type { Host } from './host.ts'
import type { Run } from './session.ts'

export const programName = 'npm run -s cli --'

/** Throws a CommanderError for help and for what it cannot parse, and writes nothing but help. */
export const createProgram = (run: Run, host: Host): Command => {
  const program = new Command(programName)
    .description('SecurAtlas Desktop on the command line, on the same data as its window.')
    .version(host.version)
    .option('--data-dir <folder>', 'where the data lies (else SECURATLAS_DATA_DIR, else the folder of this user)')
    .option('--account <id>', 'the account, where the data folder holds several')
    .option('--json', 'print one JSON document instead of words')
    .option('--passphrase-file <file>', 'its first line is the passphrase (else SECURATLAS_PASSPHRASE)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: () => undefined })
    .exitOverride()
  for (const add of nouns) add(program, run)
  return program
}

const nouns = [
  addPracticeCommands,
  addClientsCommands,
  addActivityCommands,
  addNotesCommands,
  addEvidenceCommands,
  addLibraryCommands,
  addDashboardCommand,
  addSampleCommands,
  addKeyringCommands,
  addBackupCommands,
  addExportAllCommands,
  addDoctorCommand,
]
