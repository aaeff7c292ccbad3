/** One life of the engine's process, from its start to its end. */
import type { ErrorWords } from '#api/errors.ts'
import type { EngineStart, MessageFromEngine } from '#electron/engine-process/engine-messages.ts'
import type { EngineProcess, ForkEngine } from './engine-process.ts'

export type KeychainQuestion = MessageFromEngine & { readonly type: 'keychain' }

export type StartOptions = {
  readonly fork: ForkEngine
  readonly start: EngineStart
  readonly answerKeychain: (engine: EngineProcess, question: KeychainQuestion) => void
}

export type EngineLife = {
  readonly process: EngineProcess
  /** `ready`, `died` before that, or the words of why it cannot start here. */
  readonly outcome: Promise<'ready' | 'died' | ErrorWords>
  readonly exited: Promise<'died'>
}

export const startEngine = ({ fork, start, answerKeychain }: StartOptions): EngineLife => {
  const process = fork()
  const exited = new Promise<'died'>((resolve) => process.onExit(() => resolve('died')))
  const answered = new Promise<'ready' | ErrorWords>((resolve) => {
    process.onMessage((message) => {
      if (message.type === 'keychain') answerKeychain(process, message)
      else resolve(message.type === 'ready' ? 'ready' : message.words)
    })
  })
  process.post({ type: 'start', start })
  return { process, exited, outcome: Promise.race([answered, exited]) }
}
