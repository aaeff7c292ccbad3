/** File dialogs and file manager as the engine's process has them: Electron's main process shows them. */
import type { Host } from '#api/host.ts'
import type { MessageFromEngine, MessageToEngine } from './engine-messages.ts'

export type AskedFolders = Required<Pick<Host, 'choosePath' | 'showFolder'>> & {
  /** True when the message was an answer for the folders. */
  take(message: MessageToEngine): boolean
}

export const foldersOfParent = (post: (message: MessageFromEngine) => void): AskedFolders => {
  const questions = new Map<number, (path: string | undefined) => void>()
  let lastId = 0
  return {
    choosePath: (choice) =>
      new Promise((resolve) => {
        const id = ++lastId
        questions.set(id, resolve)
        post({ type: 'choosePath', id, choice })
      }),
    showFolder: (path) => Promise.resolve(post({ type: 'showFolder', path })),
    take: (message) => {
      if (message.type !== 'pathChosen') return false
      questions.get(message.id)?.(message.path)
      questions.delete(message.id)
      return true
    },
  }
}
