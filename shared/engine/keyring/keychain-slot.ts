/** The account key sealed by the operating system's secret store, which may refuse, hang or hold something else. */
import { type Result, err, ok } from '#domain/result.ts'
import type { Keychain } from '../ports.ts'
import type { KeychainFailed } from './keyring-errors.ts'
import { keyLength, takeKey } from './wrap-key.ts'

export type KeychainSlot = {
  /** The store that sealed it, for people. */
  readonly name: string
  /** Base64url. */
  readonly sealed: string
}

/** The operating system's store as this session may use it. */
export type KeychainAccess = {
  readonly keychain: Keychain | undefined
  /** A locked keyring on Linux hangs for 20 s before it fails; nobody waits that long. */
  readonly deadlineMs: number
}

export const defaultKeychainDeadlineMs = 5_000

export const sealKeychainSlot = async (
  access: KeychainAccess,
  accountKey: Buffer,
): Promise<Result<KeychainSlot, KeychainFailed>> => {
  const { keychain } = access
  if (keychain === undefined) return err(keychainFailed('keychain', 'not-available'))
  const sealed = await answerInTime(access, keychain, () => keychain.seal(accountKey))
  return sealed.ok ? ok({ name: keychain.name, sealed: Buffer.from(sealed.value).toString('base64url') }) : sealed
}

/** Whether it is this account's key shows only when the header is checked with it. */
export const openKeychainSlot = async (
  access: KeychainAccess,
  slot: KeychainSlot,
): Promise<Result<Buffer, KeychainFailed>> => {
  const { keychain } = access
  if (keychain === undefined) return err(keychainFailed(slot.name, 'not-available'))
  const sealed = Buffer.from(slot.sealed, 'base64url')
  const opened = await answerInTime(access, keychain, async (isLate) => {
    const secret = await keychain.open(sealed)
    if (isLate()) secret.fill(0)
    return secret
  })
  if (!opened.ok) return opened
  const key = takeKey(opened.value)
  return key.length === keyLength ? ok(key) : err(keychainFailed(keychain.name, 'not-this-account'))
}

export const keychainFailed = (name: string, detail: string): KeychainFailed => ({
  type: 'KeychainFailed',
  name,
  detail,
})

const answerInTime = async (
  { deadlineMs }: KeychainAccess,
  { name }: Keychain,
  ask: (isLate: () => boolean) => Promise<Uint8Array>,
): Promise<Result<Uint8Array, KeychainFailed>> => {
  const { promise: deadline, resolve: expire } = Promise.withResolvers<Result<never, KeychainFailed>>()
  let isExpired = false
  const timer = setTimeout(() => {
    isExpired = true
    expire(err(keychainFailed(name, 'timeout')))
  }, deadlineMs)
  // An async wrapper, so that a keychain that throws at once is a rejection too.
  const answer = (async () => ask(() => isExpired))().then(
    (bytes) => ok(bytes),
    (error: unknown) => err(keychainFailed(name, wordsOf(error))),
  )
  const first = await Promise.race([answer, deadline])
  clearTimeout(timer)
  return first
}

/** The store's own words help support, but nothing that could be a key may travel in them. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'refused').replace(/[\w+/=-]{24,}/g, '…').slice(0, 200)
