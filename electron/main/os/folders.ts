/** The folder dialog and the file manager of this machine, for the engine that asks from its own process. */
import { BrowserWindow, dialog, shell } from 'electron'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { FolderQuestion } from '../engine/start-engine.ts'

export const answerFolders = async (engine: EngineProcess, question: FolderQuestion): Promise<void> => {
  if (question.type === 'showFolder') {
    await shell.openPath(question.path)
    return
  }
  const options = { properties: ['openDirectory' as const] }
  const window = BrowserWindow.getFocusedWindow()
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  engine.post({ type: 'folderChosen', id: question.id, path: filePaths[0] })
}
