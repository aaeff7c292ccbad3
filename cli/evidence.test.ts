import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCli, expectRefusal } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

type Added = { readonly id: string; readonly sha256: string }

test('[EVID-50] evidence is added, reviewed, listed and written again from the command line', async () => {
  const cli = createTestCli(runCli)
  await cli.json(['practice', 'init', '--name', 'North', '--email', 'a@b.example', '--timezone', 'UTC'])
  await cli.json(['clients', 'add', '--name', 'Alder'])
  const path = join(cli.folder, 'access-review.csv')
  writeFileSync(path, 'Name,Role\nAda,owner\n')
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
  const add = ['evidence', 'add', '--client', 'Alder', '--file', path, '--control', 'IAM-06', 'IAM-07']
  const added = await cli.json<Added>([...add, '--from', '2026-01-01', '--to', '2026-03-31', '--source', 'Okta'])
  expect(added).toMatchObject({ sha256, title: 'access review' })

  expect(await cli.json(['evidence', 'submit', added.id])).toMatchObject({ status: 'submitted' })
  const reject = ['evidence', 'reject', added.id, '--reason', 'Not signed', '--client', 'Alder']
  expect(await cli.json(reject)).toMatchObject({ status: 'rejected', reason: 'Not signed' })
  expect(await cli.json(['evidence', 'accept', added.id])).toMatchObject({ status: 'accepted', sha256 })
  const listed = await cli.json<{ items: readonly { controlIds: readonly string[] }[] }>([
    ...['evidence', 'list', '--client', 'Alder', '--status', 'accepted', '--search', 'acc'],
  ])
  expect(listed).toMatchObject({
    items: [{ id: added.id, name: 'access review', sha256, periodFrom: '2026-01-01', periodTo: '2026-03-31' }],
    total: 1,
  })
  expect(listed.items[0]?.controlIds).toHaveLength(2)

  const out = join(cli.folder, 'out.csv')
  expect(await cli.json(['evidence', 'get', added.id, '--out', out])).toEqual({ path: out, sha256, size: 20 })
  expect(readFileSync(out).equals(readFileSync(path))).toBe(true)
  expect(expectRefusal(await cli.run(['evidence', 'reject', added.id]))).toContain('--reason')
  expect(expectRefusal(await cli.run([...add.slice(0, 5), `${path}.gone`]))).toContain('cannot be read')
  expect(expectRefusal(await cli.run(['evidence', 'accept', sha256.slice(0, 8)]))).toContain('no evidence')
}, 60_000)
