/** `npm test`: runs the lanes and closes with the figures. `npm test -- core shared/domain` narrows it. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, noChromium } from './find-chromium.ts'
import { canInstall, installSystemPackages } from './install-system-packages.ts'
import { lanes, runLane, type Lane } from './run-lane.ts'
import { addCounts, summaryLine, type Counts } from './summary-line.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const limitMs = 15 * 60_000

const isLane = (word: string): word is Lane => lanes.some((lane) => lane === word)

/** Tests that need what cannot be had are skipped and say so; that is no reason to fail here. */
const preparePeers = async (): Promise<void> => {
  if (findChromium() !== undefined) return
  const problem = canInstall() ? await installSystemPackages(join(root, 'build', 'system-packages.txt')) : undefined
  if (problem !== undefined) console.error(`The system packages could not be installed: ${problem}.`)
  if (findChromium() === undefined) console.error(`Tests in a browser are skipped: ${noChromium}.`)
}

const words = process.argv.slice(2)
const filters = words.filter((word) => !isLane(word))
const wanted = words.filter(isLane)
let totals: Counts = { passed: 0, failed: 0, skipped: 0 }
const table: string[] = []
for (const lane of wanted.length > 0 ? wanted : lanes) {
  if (lane === 'peers') await preparePeers()
  const started = performance.now()
  const { counts, remarks } = await runLane(lane, { root, filters, limitMs, output: 'shown' })
  const time = ((performance.now() - started) / 1000).toFixed(1)
  table.push(`lane ${lane}: ${summaryLine(counts)} (${time} s)`, ...remarks.map((remark) => `  ${remark}`))
  totals = addCounts(totals, counts)
}
if (filters.length > 0 && totals.passed + totals.failed + totals.skipped === 0) {
  table.push(`  no test file matches ${filters.join(' ')}`)
  totals = { ...totals, failed: 1 }
}
console.log([...table, summaryLine(totals)].join('\n'))
if (totals.failed > 0) process.exitCode = 1
