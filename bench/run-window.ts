/** The program of the window, without a window: its address for a browser of the bench. */
import { once } from 'node:events'
import { startProgram } from './run-program.ts'
import { readAddress } from './window-start.ts'

/** Each has a program of its own, because an address is good for one window. */
export const withWindowProgram = async <Value>(
  dataDir: string,
  work: (address: string) => Promise<Value>,
): Promise<Value> => {
  const child = startProgram('electron/browser-window/index.ts', ['--headless', '--data-dir', dataDir])
  const ended = once(child, 'close')
  try {
    return await work(await readAddress(child.stdout))
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
