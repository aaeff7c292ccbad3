import { afterAll, beforeAll, expect, test } from 'vitest'
import { types } from './check-types.ts'
import { plantProject, type PlantedProject } from './plant-project.ts'

let project: PlantedProject
let failures: readonly string[] = []

beforeAll(async () => {
  project = await plantProject({
    'build/checks/globals-of-every-platform.d.ts': true,
    'shared/domain/tsconfig.json': true,
    'shared/domain/tsconfig.pure.json': true,
    'shared/api/tsconfig.json': true,
    'shared/api/tsconfig.pure.json': true,
    'shared/engine/tsconfig.json': true,
    'shared/domain/clean.ts': 'export const a: number = 1\n',
    'shared/domain/clean.test.ts': 'export const here: string = process.cwd()\n',
    'shared/domain/of-node.ts':
      'export const a = process.pid\nexport const b = Buffer.alloc(1)\nsetTimeout(() => 1, 1)\n',
    'shared/domain/of-browser.ts': 'export const a = document.title\n',
    'shared/api/of-node.ts': 'export const a = process.pid\n',
    'shared/api/of-both.ts': 'export const a = (signal: AbortSignal): boolean => signal.aborted\n',
    'shared/engine/clean.ts': `import Database from 'better-sqlite3'\nexport const a = new Database(process.cwd())\n`,
    'shared/engine/of-browser.ts': 'export const a = document.title\n',
    'shared/engine/unchecked.ts': 'export const a = (b: readonly string[]): string => b[0]\n',
    'shared/engine/optional.ts': 'export const a: { readonly b?: string } = { b: undefined }\n',
    'shared/engine/not-erasable.ts': 'export enum A { B }\n',
    'bench/of-no-layer.ts': 'export const a = 1\n',
  })
  failures = (await types.run(project)).failures
}, 60_000)

afterAll(() => project[Symbol.asyncDispose]())

const failuresIn = (file: string): readonly string[] => failures.filter((line) => line.startsWith(file))

test.for([
  ['shared/domain/of-node.ts', 3],
  ['shared/domain/of-browser.ts', 1],
  ['shared/api/of-node.ts', 1],
  ['shared/engine/of-browser.ts', 1],
] as const)('[CHECK-9] %s does not compile with the globals of another environment', ([file, count]) => {
  expect(new Set(failuresIn(file).map((line) => line.split(': error')[0])).size).toBe(count)
})

test.for(['shared/domain/clean.ts', 'shared/domain/clean.test.ts', 'shared/api/of-both.ts', 'shared/engine/clean.ts'])(
  '[CHECK-9] %s compiles with those of its own',
  (file) => {
    expect(failuresIn(file)).toEqual([])
  },
)

test.for([
  ['unchecked', 'TS2322'],
  ['optional', 'TS2375'],
  ['not-erasable', 'TS1294'],
] as const)('[CHECK-9] the strict option that catches %s.ts is on', ([name, code]) => {
  expect(failuresIn(`shared/engine/${name}.ts`)).toEqual([expect.stringContaining(code)])
})

test('[CHECK-9] a file whose layer has no tsconfig is refused', () => {
  expect(failuresIn('bench/of-no-layer.ts')).toEqual([expect.stringContaining('has no tsconfig.json')])
})
