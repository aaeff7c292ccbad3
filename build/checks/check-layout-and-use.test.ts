import { expect, test } from 'vitest'
import { format } from './check-format.ts'
import { unused } from './check-unused.ts'
import { plantProject } from './plant-project.ts'

test('[CHECK-15] a file in another layout is named', async () => {
  await using project = await plantProject({
    'cli/tidy.ts': `export const a = 'b'\n`,
    'cli/untidy.ts': `export const a = "b";\n`,
    'docs/prose.md': '* a list\n* in its own   layout\n',
  })
  const { failures } = await format.run(project)
  expect(failures).toEqual(['cli/untidy.ts', expect.stringContaining('npm run format')])
})

test('[CHECK-16] a file and an export that nothing uses are named', async () => {
  await using project = await plantProject({
    'knip.json': true,
    'cli/index.ts': `import { used } from './parts.ts'\nprocess.exitCode = used\n`,
    'cli/parts.ts': 'export const used = 1\nexport const forgotten = 2\n',
    'cli/orphan.ts': 'export const a = 1\n',
  })
  const { failures } = await unused.run(project)
  expect(failures.join('\n')).toContain('cli/orphan.ts')
  expect(failures.join('\n')).toContain('forgotten')
  expect(failures.join('\n')).not.toContain('used,')
}, 60_000)
