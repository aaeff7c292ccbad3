/** The keychain of this machine through Electron's safeStorage, for the engine that asks from its own process. */
import { safeStorage } from 'electron'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { KeychainQuestion } from '../engine/start-engine.ts'

/** The calls without a promise are those of older runtimes; they hold up this process while the keychain is locked. */
type Storage = {
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
  isEncryptionAvailable(): boolean
  encryptStringAsync?(text: string): Promise<Buffer>
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>
  getSelectedStorageBackend?(): string
}

const storage: Storage = safeStorage

/** For people; undefined where only a password that everybody knows would protect what is kept. */
export const findKeychainName = (platform: NodeJS.Platform): string | undefined => {
  if (platform === 'darwin') return 'macOS Keychain'
  if (platform === 'win32') return 'Windows Data Protection'
  return hasLinuxKeyring() ? 'The system keyring' : undefined
}

const hasLinuxKeyring = (): boolean => {
  const backend = storage.getSelectedStorageBackend?.()
  return backend === undefined ? storage.isEncryptionAvailable() : backend !== 'basic_text' && backend !== 'unknown'
}

/** The engine has a deadline for the answer; nobody waits here. */
export const answerKeychain = async (engine: EngineProcess, question: KeychainQuestion): Promise<void> => {
  const { id, action } = question
  try {
    const bytes = await (action === 'seal' ? seal(question.bytes) : open(question.bytes))
    engine.post({ type: 'keychainAnswer', id, bytes })
  } catch (error) {
    engine.post({ type: 'keychainRefusal', id, reason: error instanceof Error ? error.message : 'refused' })
  }
}

/** safeStorage keeps strings; Uint8Array.from leaves the pool of a Buffer behind, which would travel along. */
const seal = async (secret: Uint8Array): Promise<Uint8Array> => {
  const text = Buffer.from(secret).toString('base64')
  return Uint8Array.from(await (storage.encryptStringAsync?.(text) ?? storage.encryptString(text)))
}

const open = async (sealed: Uint8Array): Promise<Uint8Array> => {
  const bytes = Buffer.from(sealed)
  const text = (await storage.decryptStringAsync?.(bytes))?.result ?? storage.decryptString(bytes)
  return Uint8Array.from(Buffer.from(text, 'base64'))
}
