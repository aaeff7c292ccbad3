/** A planted violation for each lint rule that the house style leans on; the linter runs once over all of them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lint } from './check-lint.ts'
import { plantProject, type PlantedProject } from './plant-project.ts'

type Planted = { readonly rule: string; readonly title: string; readonly text: string }

const pure: readonly Planted[] = [
  { rule: 'no-restricted-globals', title: 'the clock', text: 'export const a = new Date()' },
  { rule: 'no-restricted-globals', title: 'a date with an argument', text: `export const a = new Date('2026-01-01')` },
  { rule: 'no-restricted-globals', title: 'Date.parse', text: `export const a = Date.parse('2026-01-01')` },
  { rule: 'no-restricted-globals', title: 'the timer', text: 'setTimeout(() => undefined, 1)' },
  { rule: 'no-restricted-globals', title: 'the console', text: 'console.log(1)' },
  { rule: 'no-restricted-globals', title: 'the process', text: 'export const a = process.pid' },
  { rule: 'no-restricted-globals', title: 'the network', text: `export const a = fetch('x')` },
  { rule: 'no-restricted-globals', title: 'the random source', text: 'export const a = crypto.randomUUID()' },
  { rule: 'no-restricted-globals', title: 'the stopwatch', text: 'export const a = performance.now()' },
  { rule: 'no-restricted-globals', title: 'the global object', text: 'export const a = globalThis' },
  { rule: 'no-restricted-globals', title: 'language tables', text: 'export const a = new Intl.NumberFormat()' },
  { rule: 'no-restricted-properties', title: 'Math.random', text: 'export const a = Math.random()' },
  { rule: 'no-restricted-properties', title: 'Math.random, taken apart', text: 'export const { random } = Math' },
  { rule: 'no-restricted-properties', title: 'language order', text: `export const a = 'x'.localeCompare('y')` },
]

const general: readonly Planted[] = [
  { rule: 'no-floating-promises', title: 'a floating promise', text: 'Promise.reject(new Error())' },
  {
    rule: 'no-misused-promises',
    title: 'a promise where none is awaited',
    text: 'export const a = (run: (done: () => void) => void): void => run(async () => Promise.resolve())',
  },
  { rule: 'await-thenable', title: 'an await of nothing', text: 'export const a = async () => { await 1 }' },
  { rule: 'no-explicit-any', title: 'any', text: 'export const a = (b: any): unknown => b' },
  {
    rule: 'no-unsafe-assignment',
    title: 'an any that slips in',
    text: `export const a = () => { const b = JSON.parse('1'); return String(b) }`,
  },
  { rule: 'no-unsafe-member-access', title: 'a member of any', text: `export const a: unknown = JSON.parse('1').b` },
  { rule: 'no-unsafe-call', title: 'a call of any', text: `export const a: unknown = JSON.parse('1')()` },
  { rule: 'no-unsafe-return', title: 'a returned any', text: `export const a = () => JSON.parse('1')` },
  {
    rule: 'no-unsafe-argument',
    title: 'an any as an argument',
    text: `export const a = (b: (c: string) => void) => b(JSON.parse('1'))`,
  },
  {
    rule: 'switch-exhaustiveness-check',
    title: 'a switch that forgets a case',
    text: `export const a = (b: 'c' | 'd'): number => { switch (b) { case 'c': return 1 } return 2 }`,
  },
  { rule: 'no-non-null-assertion', title: 'a non-null assertion', text: 'export const a = (b?: string) => b!.length' },
  {
    rule: 'consistent-type-imports',
    title: 'a type imported as a value',
    text: `import { EventEmitter } from 'node:events'\nexport type A = EventEmitter`,
  },
  {
    rule: 'prefer-node-protocol',
    title: 'a built-in without node:',
    text: `import { join } from 'path'\nexport const a = join`,
  },
  { rule: 'no-default-export', title: 'a default export', text: 'const a = 1\nexport default a' },
  { rule: 'max-params', title: 'four parameters', text: 'export const a = (b: 1, c: 1, d: 1, e: 1) => [b, c, d, e]' },
  { rule: 'max-lines', title: 'more than 600 lines', text: `export const a = 1\n${'// line\n'.repeat(600)}` },
  { rule: 'no-console', title: 'a console in a layer without a terminal', text: 'console.log(1)' },
  {
    rule: 'no-process-env',
    title: 'the environment outside a composition root',
    text: `export const a = process.env['A']`,
  },
  { rule: 'no-empty', title: 'an empty catch', text: 'try { JSON.parse("") } catch {}' },
  { rule: 'only-throw-error', title: 'a thrown string', text: `export const a = () => { throw 'b' }` },
  { rule: 'no-unused-vars', title: 'an unused name', text: 'const a = 1\nexport const b = 2' },
  { rule: 'consistent-type-definitions', title: 'an interface', text: 'export interface A { readonly b: 1 }' },
  { rule: 'filename-case', title: 'a file name in camel case', text: 'export const a = 1' },
]

const tests: readonly Planted[] = [
  { rule: 'valid-title', title: 'a title without its rule', text: `test('works', () => { expect(1).toBe(1) })` },
  { rule: 'expect-expect', title: 'a test that cannot fail', text: `test('[EXAMPLE-1] works', () => {})` },
  {
    rule: 'no-focused-tests',
    title: 'a focused test',
    text: `test.only('[EXAMPLE-1] works', () => { expect(1).toBe(1) })`,
  },
  {
    rule: 'no-disabled-tests',
    title: 'a disabled test',
    text: `test.skip('[EXAMPLE-1] works', () => { expect(1).toBe(1) })`,
  },
  {
    rule: 'no-conditional-expect',
    title: 'an assertion that may not run',
    text: `test('[EXAMPLE-1] works', () => { if (Math.random() > 2) expect(1).toBe(1) })`,
  },
  {
    rule: 'no-restricted-vi-methods',
    title: 'a mocked module',
    text: `vi.mock('node:fs')\ntest('[EXAMPLE-1] works', () => { expect(1).toBe(1) })`,
  },
]

const fileNames = new Map<Planted, string>([
  ...pure.map((planted, index): [Planted, string] => [planted, `shared/domain/planted-${index}.ts`]),
  ...general.map((planted, index): [Planted, string] => [
    planted,
    planted.rule === 'filename-case' ? 'shared/engine/camelCase.ts' : `shared/engine/planted-${index}.ts`,
  ]),
  ...tests.map((planted, index): [Planted, string] => [planted, `shared/engine/planted-${index}.test.ts`]),
])

const textOf = (planted: Planted): string =>
  tests.includes(planted)
    ? `import { expect, test, vi } from 'vitest'\nvoid [expect, test, vi]\n${planted.text}\n`
    : `${planted.text}\n`

let project: PlantedProject
let failures: readonly string[] = []

beforeAll(async () => {
  project = await plantProject({
    'shared/domain/tsconfig.json': true,
    'shared/engine/tsconfig.json': true,
    'electron/tsconfig.json': true,
    'electron/main/planted.ts': `import { ipcMain } from 'electron'\nexport const a: unknown = ipcMain\n`,
    'electron/main/rpc-over-ipc.ts': `import { ipcMain } from 'electron'\nexport const a: unknown = ipcMain\n`,
    'shared/domain/clean.ts': 'export const double = (value: number): number => value * 2\n',
    'shared/engine/clean.ts': 'export const now = (): number => Date.now() + Math.random()\n',
    ...Object.fromEntries([...fileNames].map(([planted, file]) => [file, textOf(planted)])),
  })
  failures = (await lint.run(project)).failures
}, 60_000)

afterAll(() => project[Symbol.asyncDispose]())

const rulesIn = (file: string): readonly string[] =>
  failures.filter((line) => line.startsWith(`${file}:`)).map((line) => /\(([a-z-]+)\)\]$/.exec(line)?.[1] ?? line)

test.for(pure)('[CHECK-8] a pure layer is refused $title', (planted) => {
  expect(rulesIn(fileNames.get(planted) ?? '')).toContain(planted.rule)
})

test.for(general)('[CHECK-10] the linter refuses $title', (planted) => {
  expect(rulesIn(fileNames.get(planted) ?? '')).toContain(planted.rule)
})

test.for(tests)('[CHECK-11] the linter refuses $title', (planted) => {
  expect(rulesIn(fileNames.get(planted) ?? '')).toContain(planted.rule)
})

test('[CHECK-10] the linter refuses a second place that listens to pages', () => {
  expect(rulesIn('electron/main/planted.ts')).toContain('no-restricted-imports')
  expect(rulesIn('electron/main/rpc-over-ipc.ts')).not.toContain('no-restricted-imports')
})

test('[CHECK-10] the linter leaves clean files alone', () => {
  expect([...rulesIn('shared/domain/clean.ts'), ...rulesIn('shared/engine/clean.ts')]).toEqual([])
})
