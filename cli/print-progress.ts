/** Shows how far a job is, on standard error: one line that changes on a terminal, now and then a line elsewhere. */
import type { Output } from './host.ts'

export type Progress = {
  /** `total` is 0 while unknown. */
  show(done: number, total: number): void
  end(): void
}

const terminalPause = 100
const linePause = 5_000

export type ProgressOptions = {
  /** For bytes, whose numbers say nothing to people. */
  readonly inPercent?: boolean | undefined
}

export const createProgress = (
  output: Output,
  label: string,
  { inPercent = false }: ProgressOptions = {},
): Progress => {
  const isTerminal = output.isTTY === true
  let shownAt = isTerminal ? -Infinity : performance.now()
  let isLineOpen = false
  return {
    show(done, total) {
      const now = performance.now()
      if (now - shownAt < (isTerminal ? terminalPause : linePause)) return
      shownAt = now
      const far = inPercent ? `${String(Math.floor((done / total) * 100))}%` : `${String(done)} of ${String(total)}`
      const line = total === 0 ? `${label} …` : `${label}: ${far}`
      output.write(isTerminal ? `\r\u001B[K${line}` : `${line}\n`)
      isLineOpen = isTerminal
    },
    end() {
      if (isLineOpen) output.write('\r\u001B[K')
      isLineOpen = false
    },
  }
}
