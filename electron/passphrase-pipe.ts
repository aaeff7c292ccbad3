/** How `npm start` hands a passphrase to the desktop app: through a pipe, which no other process can read. */
import { closeSync, readFileSync } from 'node:fs'

/** Names the descriptor. Chromium's own processes would inherit a variable, and others could read an argument. */
export const passphraseSwitch = 'passphrase-fd'

/** Once: the pipe is empty and closed afterwards. */
export const readPassphrase = (descriptor: string | undefined): string | undefined => {
  if (descriptor === undefined || !/^\d+$/.test(descriptor)) return undefined
  const text = readFileSync(Number(descriptor), 'utf8')
  closeSync(Number(descriptor))
  return text === '' ? undefined : text
}
