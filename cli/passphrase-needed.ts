/** For what asks for the passphrase even where the account is open already. */
import { badInput, type CliError } from './cli-error.ts'

export const passphraseNeeded: CliError = badInput(
  'This needs the passphrase, also while the account is open.',
  'Nothing was changed.',
  'Set SECURATLAS_PASSPHRASE or give --passphrase-file.',
)
