/** Tells the person at the screen that the engine does not run, and asks how to go on. */
import { dialog } from 'electron'
import type { TroubleWords } from './engine/keep-engine-running.ts'

/** False when they want to end the app. */
export const askWhetherAgain = async ({ message, safe, action }: TroubleWords): Promise<boolean> => {
  const buttons = ['Try again', 'Quit']
  const detail = `${safe}\n\n${action}`
  const { response } = await dialog.showMessageBox({ type: 'error', message, detail, buttons, cancelId: 1 })
  return response === 0
}
