/** Chooses the window for `npm start`: the path of an Electron to show it, or none and the browser window takes its place. */
import { reasonForNoWindow, type Desk } from '#electron/can-show-windows.ts'
import type { FoundElectron } from '#build/scripts/find-electron.ts'

export type ElectronChoice = Desk & {
  readonly headless: boolean
  readonly find: () => FoundElectron
  /** Resolves to the reason when it fetched nothing. */
  readonly fetch: () => Promise<string | undefined>
  readonly say: (line: string) => void
}

export const chooseElectron = async (choice: ElectronChoice): Promise<string | undefined> => {
  // Where no window can be shown at all, the browser window says so and prints its address.
  if (choice.headless || reasonForNoWindow(choice) !== undefined) return undefined
  const found = choice.find()
  if (found.path !== undefined) return found.path
  const failure = await choice.fetch()
  const fetched = failure === undefined ? choice.find() : found
  if (fetched.path !== undefined) return fetched.path
  choice.say(insteadOf(failure === undefined ? fetched.reason : `${fetched.reason}, and ${failure}`))
  return undefined
}

/** One line for people. */
export const insteadOf = (reason: string): string =>
  `The desktop window cannot be had: ${reason}. The app opens in a browser window instead.`
