/** Whether a recovery key is the account's own, without a second keyring on its files: for an account that is open. */
import { type Result, ok } from '#domain/result.ts'

import { chooseKeyringFile } from './choose-keyring-file.ts'
import { readKeyringFiles } from './keyring-disk.ts'
import type { KeyringError } from './keyring-errors.ts'
import { unlockAccountKey } from './unlock-account-key.ts'
import { wipeAccountKeys } from './wrap-key.ts'

/** Reads only. */
export const verifyRecoveryKey = async (
  folder: string,
  recoveryKey: string,
): Promise<Result<undefined, KeyringError>> => {
  const candidates = chooseKeyringFile(await readKeyringFiles(folder))
  if (!candidates.ok) return candidates
  const unlocked = await unlockAccountKey(candidates.value, { recoveryKey }, { keychain: undefined, deadlineMs: 0 })
  if (!unlocked.ok) return unlocked
  wipeAccountKeys(unlocked.value.keys)
  return ok(undefined)
}
