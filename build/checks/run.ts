/** `npm run check`: everything that can be judged without running the product. Name checks to run only those. */
import { dirname } from 'node:path'
import { summaryLine } from '#build/scripts/summary-line.ts'
import { citedRules } from './check-cited-rules.ts'
import { fileLength } from './check-file-length.ts'
import { format } from './check-format.ts'
import { lint } from './check-lint.ts'
import { text } from './check-text.ts'
import { types } from './check-types.ts'
import { unused } from './check-unused.ts'
import type { Check } from './check.ts'
import { importRules } from './import-rules/check-imports.ts'
import { listProjectFiles } from './list-project-files.ts'
import { runChecks } from './run-checks.ts'

/** The longest first, so that two at a time end together. */
const checks: readonly Check[] = [types, unused, lint, importRules, format, citedRules, fileLength, text]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
const root = dirname(dirname(import.meta.dirname))
const counts = await runChecks(
  checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
  { project: { root, files: await listProjectFiles(root) }, atATime: 2, print: (line) => console.log(line) },
)
console.log(summaryLine(counts))
if (counts.failed > 0) process.exitCode = 1
