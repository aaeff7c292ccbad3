/** Runs checks a few at a time and prints each as it ends, with its time and everything that is wrong. */
import type { Check, Outcome, Project } from './check.ts'
import type { Counts } from '#build/scripts/summary-line.ts'

export type CheckRun = {
  readonly project: Project
  readonly atATime: number
  readonly print: (line: string) => void
}

export const runChecks = async (checks: readonly Check[], { project, atATime, print }: CheckRun): Promise<Counts> => {
  const waiting = [...checks]
  const results: boolean[] = []
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = performance.now()
      const outcome = await runCheck(check, project)
      const lines = describe(check, outcome, performance.now() - started)
      for (const line of lines) print(line)
      results.push(outcome.failures.length === 0)
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed, skipped: 0 }
}

/** A check that falls over has failed, and must not take the others with it. */
const runCheck = async (check: Check, project: Project): Promise<Outcome> => {
  try {
    return await check.run(project)
  } catch (error) {
    return {
      failures: [`the check itself broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    }
  }
}

const describe = (check: Check, { failures, notes = [] }: Outcome, tookMs: number): readonly string[] => [
  [`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${(tookMs / 1000).toFixed(1)} s)`, ...notes].join('; '),
  ...failures.map((failure) => `     ${failure}`),
]
