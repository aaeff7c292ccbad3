/** `npm run check`: everything that can be judged without running the product. Name checks to run only those. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { summaryLine } from '#build/scripts/summary-line.ts'
import { fileLength } from './check-file-length.ts'
import { format } from './check-format.ts'
import { lint } from './check-lint.ts'
import { citedRules } from './check-cited-rules.ts'
import { text } from './check-text.ts'
import { types } from './check-types.ts'
import { unused } from './check-unused.ts'
import type { Check, Project } from './check.ts'
import { importRules } from './import-rules/check-imports.ts'
import { listProjectFiles } from './list-project-files.ts'

/** The longest first, so that two at a time end together. */
const checks: readonly Check[] = [types, unused, lint, importRules, format, citedRules, fileLength, text]
const atATime = 2

const runCheck = async (check: Check, project: Project): Promise<boolean> => {
  const started = performance.now()
  const { failures, notes = [] } = await check.run(project)
  const passed = failures.length === 0
  const time = `${((performance.now() - started) / 1000).toFixed(1)} s`
  console.log([`${passed ? 'ok  ' : 'FAIL'} ${check.name} (${time})`, ...notes].join('; '))
  for (const failure of failures) console.log(`     ${failure}`)
  return passed
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const project: Project = { root, files: await listProjectFiles(root) }
const waiting = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const results: boolean[] = []
const work = async (): Promise<void> => {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
    results.push(await runCheck(check, project))
}
await Promise.all(Array.from({ length: atATime }, work))
const passed = results.filter(Boolean).length
console.log(summaryLine({ passed, failed: results.length - passed, skipped: 0 }))
if (passed < results.length) process.exitCode = 1
