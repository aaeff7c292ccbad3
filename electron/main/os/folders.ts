/** The file dialogs and the file manager of this machine, for the engine that asks from its own process. */
import type { PathChoice } from '#api/host.ts'
import { BrowserWindow, dialog, shell } from 'electron'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { FolderQuestion } from '../engine/start-engine.ts'

export const answerFolders = async (engine: EngineProcess, question: FolderQuestion): Promise<void> => {
  if (question.type === 'showFolder') {
    await shell.openPath(question.path)
    return
  }
  engine.post({ type: 'pathChosen', id: question.id, path: await choosePath(question.choice) })
}

const choosePath = async ({ kind, name }: PathChoice): Promise<string | undefined> => {
  const window = BrowserWindow.getFocusedWindow()
  if (kind === 'newFile') {
    // A file that is there is asked about by the page, whichever way its path was given.
    const options = { ...(name !== undefined && { defaultPath: name }), properties: ['createDirectory' as const] }
    const { filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options))
    return filePath === '' ? undefined : filePath
  }
  const options = {
    properties: kind === 'folder' ? ['openDirectory' as const, 'createDirectory' as const] : ['openFile' as const],
  }
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return filePaths[0]
}
