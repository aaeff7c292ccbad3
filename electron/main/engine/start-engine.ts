/** One life of the engine's process, from its start to its end. */
import type { ErrorWords } from '#api/errors.ts'
import type { EngineStart, MessageFromEngine } from '#electron/engine-process/engine-messages.ts'
import type { EngineProcess, ForkEngine } from './engine-process.ts'

export type KeychainQuestion = MessageFromEngine & { readonly type: 'keychain' }

export type FolderQuestion = MessageFromEngine & { readonly type: 'choosePath' | 'showFolder' }

export type StartOptions = {
  readonly fork: ForkEngine
  readonly start: EngineStart
  readonly answerKeychain: (engine: EngineProcess, question: KeychainQuestion) => void
  readonly answerFolders: (engine: EngineProcess, question: FolderQuestion) => void
  readonly onMoved: (dataDir: string) => void
}

/** Why an engine cannot start here, and whether it could the next time. */
export type StartFailure = { readonly words: ErrorWords; readonly isFinal: boolean }

export type EngineLife = {
  readonly process: EngineProcess
  /** `ready`, or `died` before that. */
  readonly outcome: Promise<'ready' | 'died' | StartFailure>
  readonly exited: Promise<'died'>
}

export const startEngine = (options: StartOptions): EngineLife => {
  const { fork, start, answerKeychain, answerFolders, onMoved } = options
  const process = fork()
  const exited = new Promise<'died'>((resolve) => process.onExit(() => resolve('died')))
  const answered = new Promise<'ready' | StartFailure>((resolve) => {
    process.onMessage((message) => {
      if (message.type === 'keychain') answerKeychain(process, message)
      else if (message.type === 'choosePath' || message.type === 'showFolder') answerFolders(process, message)
      else if (message.type === 'moved') onMoved(message.dataDir)
      else if (message.type === 'ready') resolve('ready')
      else resolve({ words: message.words, isFinal: message.type === 'refused' })
    })
  })
  process.post({ type: 'start', start })
  return { process, exited, outcome: Promise.race([answered, exited]) }
}
