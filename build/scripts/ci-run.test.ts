/** Runs the real `.ci/run` with an npm that says what the test tells it to say. */
import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const realRoot = dirname(dirname(import.meta.dirname))

type Said = {
  readonly check: string
  readonly test: string
  readonly faults?: string
  /** The build of the Electron lane, and what the tool beside the checkout does. */
  readonly lane?: { readonly build: string; readonly tool: string }
}

const runWith = async (said: Said): Promise<{ readonly last: string | undefined; readonly code: number | null }> => {
  const folder = await mkdtemp(join(tmpdir(), 'securatlas-ci-'))
  const root = join(folder, 'checkout')
  try {
    await mkdir(root)
    const tools = join(root, 'tools')
    await mkdir(tools)
    await cp(join(realRoot, '.ci'), join(root, '.ci'), { recursive: true })
    await mkdir(join(root, 'build', 'scripts'), { recursive: true })
    await writeFile(join(root, 'build', 'system-packages.txt'), '# none\n')
    if (said.faults !== undefined) await writeFile(join(root, 'build', 'scripts', 'run-faults.ts'), '')
    if (said.lane !== undefined) {
      await writeFile(join(root, 'build', 'scripts', 'run-electron-lane.ts'), '')
      await mkdir(join(folder, 'shared', 'tools'), { recursive: true })
      const tool = join(folder, 'shared', 'tools', 'electron-runtime')
      await writeFile(
        tool,
        `#!/bin/bash\n[[ $* == "run npm run --silent test:electron" ]] || exit 5\n${said.lane.tool}\n`,
      )
      await chmod(tool, 0o755)
    }
    const npm = [
      '#!/bin/bash',
      'if IFS= read -r line; then echo "there is input"; exit 9; fi',
      '[[ $CI == true ]] || exit 8',
      'case "$*" in',
      `  *build:lane*) ${said.lane?.build ?? 'exit 5'} ;;`,
      `  *test:faults*) [[ $FAULT_ROUNDS == 30 ]] || exit 7; ${said.faults ?? 'exit 6'} ;;`,
      `  *check*) ${said.check} ;;`,
      `  *test*) ${said.test} ;;`,
      'esac',
    ]
    await writeFile(join(tools, 'npm'), npm.join('\n'))
    await chmod(join(tools, 'npm'), 0o755)
    const path = [tools, process.env['PATH']].join(delimiter)
    const env = { ...process.env, PATH: path }
    const result = spawnSync('bash', [join(root, '.ci', 'run')], { input: 'typed\n', encoding: 'utf8', env })
    return { last: result.stdout.trimEnd().split('\n').at(-1), code: result.status }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const good = 'echo "lane core: 9 passed, 9 failed, 9 skipped (1 s)"; echo "4 passed, 0 failed, 2 skipped"'

test.skipIf(process.platform === 'win32').for([
  [
    'adds up checks and tests',
    { check: 'echo "8 passed, 0 failed, 0 skipped"', test: good },
    '12 passed, 0 failed, 2 skipped',
    0,
  ],
  [
    'counts a round of faults as one',
    { check: 'echo "8 passed, 0 failed, 0 skipped"', test: good, faults: 'echo "faults: 30 rounds"' },
    '13 passed, 0 failed, 2 skipped',
    0,
  ],
  [
    'fails with a lost edit',
    { check: 'echo "8 passed, 0 failed, 0 skipped"', test: good, faults: 'exit 1' },
    '12 passed, 1 failed, 2 skipped',
    1,
  ],
  [
    'fails with a check',
    { check: 'echo "7 passed, 1 failed, 0 skipped"; exit 1', test: good },
    '11 passed, 1 failed, 2 skipped',
    1,
  ],
  [
    'counts the Electron lane with a keyring and without one',
    {
      check: 'echo "8 passed, 0 failed, 0 skipped"',
      test: good,
      lane: {
        build: 'exit 0',
        tool: 'if [[ $ELECTRON_SMOKE_KEYRING == none ]]; then echo "20 passed, 0 failed, 1 skipped"; else echo "21 passed, 0 failed, 0 skipped"; fi',
      },
    },
    '53 passed, 0 failed, 3 skipped',
    0,
  ],
  [
    'skips the Electron lane where the tool has none',
    {
      check: 'echo "8 passed, 0 failed, 0 skipped"',
      test: good,
      lane: { build: 'exit 0', tool: 'echo "SKIPPED: no network" >&2; exit 3' },
    },
    '12 passed, 0 failed, 4 skipped',
    0,
  ],
  [
    'fails with the build of the Electron lane',
    { check: 'echo "8 passed, 0 failed, 0 skipped"', test: good, lane: { build: 'exit 1', tool: 'exit 3' } },
    '12 passed, 1 failed, 2 skipped',
    1,
  ],
  ['fails with a step that says nothing', { check: 'exit 3', test: good }, '4 passed, 1 failed, 2 skipped', 1],
  [
    'fails with a step that ends badly whatever it says',
    { check: 'echo "8 passed, 0 failed, 0 skipped"; exit 1', test: good },
    '12 passed, 1 failed, 2 skipped',
    1,
  ],
] as const)('[RUN-15] .ci/run %s', async ([, said, last, code]) => {
  expect(await runWith(said)).toEqual({ last, code })
})
