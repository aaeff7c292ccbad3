/** The keychain as the engine sees it: Electron's main process holds it, so every call is a question to there. */
import type { Keychain } from '#engine/ports.ts'
import type { KeychainAction, MessageFromEngine, MessageToEngine } from './engine-messages.ts'

export type AskedKeychain = {
  readonly keychain: Keychain
  /** True when the message was an answer for the keychain. */
  take(message: MessageToEngine): boolean
}

type Question = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (reason: Error) => void }

/** How long an answer may take is the keyring's business, which has a deadline. */
export const keychainOfParent = (name: string, post: (message: MessageFromEngine) => void): AskedKeychain => {
  const questions = new Map<number, Question>()
  let lastId = 0

  const ask = (action: KeychainAction, bytes: Uint8Array): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      questions.set(id, { resolve, reject })
      post({ type: 'keychain', id, action, bytes: Uint8Array.from(bytes) })
    })

  return {
    keychain: { name, seal: (secret) => ask('seal', secret), open: (sealed) => ask('open', sealed) },
    take: (message) => {
      if (message.type !== 'keychainAnswer' && message.type !== 'keychainRefusal') return false
      const question = questions.get(message.id)
      questions.delete(message.id)
      if (message.type === 'keychainAnswer') question?.resolve(message.bytes)
      else question?.reject(new Error(message.reason))
      return true
    },
  }
}
