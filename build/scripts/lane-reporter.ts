/** A vitest reporter that leaves the figures of a lane in a file, with the reason of each skipped test. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'

export type LaneReport = {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly { readonly title: string; readonly reason: string }[]
  /** Failures outside tests: a file that could not be loaded, a rejection that nobody handled. */
  readonly broken: readonly string[]
}

/** Names the file to write. */
export const reportVariable = 'SECURATLAS_LANE_REPORT'

const summarize = (modules: readonly TestModule[], errors: readonly SerializedError[]): LaneReport => {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const withState = (state: string) => tests.filter((test) => test.result().state === state)
  return {
    passed: withState('passed').length,
    failed: withState('failed').length,
    skipped: withState('skipped').map((test) => ({ title: test.fullName, reason: reasonFor(test) })),
    broken: [
      ...modules.flatMap((module) => module.errors().map((error) => `${module.relativeModuleId}: ${error.message}`)),
      ...modules.flatMap((module) =>
        [...module.children.allSuites()].flatMap((suite) =>
          suite.errors().map((error) => `${suite.fullName}: ${error.message}`),
        ),
      ),
      ...errors.map((error) => `outside any test: ${error.message}`),
    ],
  }
}

const reasonFor = (test: TestCase): string => {
  const result = test.result()
  return (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given'
}

// oxlint-disable-next-line no-default-export -- vitest takes the default export of a reporter's file.
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const path = process.env[reportVariable]
    if (path === undefined) return
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(summarize(modules, errors)))
  }
}
