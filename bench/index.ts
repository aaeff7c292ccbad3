/** `npm run bench [-- NAME …]`: figures as lines of JSON on standard output, a table for people on standard error. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { benches, isBench } from './benches.ts'
import { figureTable, type Figure } from './figure.ts'

const words = process.argv.slice(2)
const isStrict = words.includes('--strict')
const wanted = words.filter((word) => word !== '--strict')
const unknown = wanted.filter((name) => !isBench(name))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const program = fileURLToPath(new URL('./run-bench.ts', import.meta.url))

const runBench = async (name: string): Promise<readonly Figure[] | undefined> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    process.stdout.write(text)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) return undefined
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Figure)
}

const figures: Figure[] = []
const broken: string[] = []
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  console.error(`bench ${name} …`)
  const found = await runBench(name)
  if (found === undefined) broken.push(name)
  else figures.push(...found)
}
console.error(`\n${figureTable(figures)}`)
if (broken.length > 0) console.error(`Did not come to an end: ${broken.join(', ')}.`)
if (broken.length > 0 || (isStrict && figures.some(({ ok }) => !ok))) process.exitCode = 1
