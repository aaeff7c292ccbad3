import { expect, test } from 'vitest'
import { createTestCli, expectRefusal } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

type Listed = { readonly items: readonly Record<string, unknown>[]; readonly total: number }

const init = ['practice', 'init', '--name', 'North', '--email', 'a@b.example', '--timezone', 'UTC']

test('[LIB-8] library list shows the built-in libraries with the published counts', async () => {
  const cli = createTestCli(runCli)
  await cli.json(init)
  const { items, total } = await cli.json<Listed>(['library', 'list'])
  expect(total).toBe(items.length)
  const ids = items.map(({ id }) => String(id))
  expect(ids).toEqual(ids.toSorted())
  expect(items.find(({ id }) => id === 'nist-csf-2.0')).toMatchObject({
    name: 'NIST Cybersecurity Framework',
    kind: 'framework',
    version: '2.0',
    source: 'built-in',
    counts: { groups: 6, categories: 22, subcategories: 106, controls: 106, active: 106, withdrawn: 0 },
  })
  expect(ids).toContain('securatlas-common-controls')
})

test('[LIB-8] library show has the nodes of one, and refuses an id that is not there', async () => {
  const cli = createTestCli(runCli)
  await cli.json(init)
  const shown = await cli.json<{ readonly nodes: readonly { readonly id: string }[] }>([
    'library',
    'show',
    'soc2-tsc-2017',
  ])
  expect(shown).toMatchObject({ id: 'soc2-tsc-2017', source: 'built-in', counts: { controls: 61 } })
  expect(shown.nodes.map(({ id }) => id)).toContain('CC6.1')
  expect(expectRefusal(await cli.run(['library', 'show', 'iso-9001']))).toContain('There is no library "iso-9001".')
})
