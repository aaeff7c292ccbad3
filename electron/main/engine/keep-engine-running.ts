/** Keeps one engine running: starts it, starts it again when it dies, and asks where that does not help. */
import type { ErrorWords } from '#api/errors.ts'
import type { EngineProcess } from './engine-process.ts'
import { startEngine, type EngineLife, type StartOptions } from './start-engine.ts'

export type EngineKeeper = {
  /** Resolves when an engine is there. */
  whenReady(): Promise<EngineProcess>
  /** Lets the engine save and close; one that takes too long is killed. */
  close(): Promise<void>
}

export type TroubleWords = Pick<ErrorWords, 'message' | 'safe' | 'action'>

type Trouble = { readonly words: TroubleWords; readonly isFinal: boolean }

export type KeeperOptions = Omit<StartOptions, 'onMoved'> & {
  /** Asks the person at the screen; false when they want to end the app. */
  readonly askWhetherAgain: (words: TroubleWords) => Promise<boolean>
  /** With the exit code: 2 when what the app was started with does not fit. */
  readonly giveUp: (code: 0 | 2) => void
  readonly report: (line: string) => void
}

const deathsBeforeAsking = 3
const deathsWithinMs = 60_000
const closeLimitMs = 10_000

export const keepEngineRunning = (options: KeeperOptions): EngineKeeper => {
  const { report, askWhetherAgain, giveUp } = options
  let { start } = options
  const begin = (): EngineLife =>
    startEngine({
      ...options,
      start,
      onMoved: (dataDir) => {
        // What the app was started with was for the folder of then.
        const { unlock: _former, ...others } = start
        start = { ...others, dataDir }
      },
    })
  let life = begin()
  let ready = createReady()
  let closing = false
  let deaths: readonly number[] = []

  /** Resolves when the engine has ended, to the reason why it should not simply start again. */
  const untilEnded = async (): Promise<Trouble | undefined> => {
    const outcome = await life.outcome
    if (typeof outcome === 'object') {
      // It has said why it cannot start, and only waits to be told to end.
      life.process.post({ type: 'close' })
      await life.exited
      return outcome
    }
    if (outcome === 'ready') ready.resolve(life.process)
    await life.exited
    if (outcome === 'ready') ready = createReady()
    if (!closing) report('The engine has ended unexpectedly.')
    deaths = [...deaths.filter((at) => at > Date.now() - deathsWithinMs), Date.now()]
    return deaths.length < deathsBeforeAsking ? undefined : { words: wordsOfDeaths, isFinal: false }
  }

  const keepRunning = async (): Promise<void> => {
    for (;;) {
      const trouble = await untilEnded()
      if (closing) return
      if (trouble !== undefined) {
        const { words, isFinal } = trouble
        report(`${words.message} ${words.safe} ${words.action}`)
        if (isFinal) return giveUp(2)
        if (!(await askWhetherAgain(words))) return giveUp(0)
        if (closing) return
        deaths = []
      }
      life = begin()
    }
  }

  void keepRunning()
  return {
    whenReady: () => ready.promise,
    close: async () => {
      closing = true
      life.process.post({ type: 'close' })
      const limit = setTimeout(() => life.process.kill(), closeLimitMs)
      await life.exited
      clearTimeout(limit)
    },
  }
}

type Ready = { readonly promise: Promise<EngineProcess>; readonly resolve: (engine: EngineProcess) => void }

const createReady = (): Ready => {
  let resolve: Ready['resolve'] = () => undefined
  const promise = new Promise<EngineProcess>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

const wordsOfDeaths: TroubleWords = {
  message: `The engine of SecurAtlas Desktop has ended unexpectedly ${String(deathsBeforeAsking)} times in a row.`,
  safe: 'Everything that was saved before is safe.',
  action: 'Try again; if it happens again, restart the machine.',
}
