import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCli, type TestCli } from '#testing/cli-process.ts'

type Listed = { readonly items: readonly { readonly id: string; readonly name: string }[]; readonly total: number }

/** A real list that lies beside the project where it is developed. */
const organizations = join(import.meta.dirname, '..', '..', 'shared', 'data', 'clients', 'organizations-503.csv')

const init = (cli: TestCli) =>
  cli.json<{ readonly account: string; readonly recoveryKey: string }>([
    ...['practice', 'init', '--name', 'Harbor Security', '--email', 'ops@harbor.example'],
    ...['--timezone', 'Europe/Berlin'],
  ])

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Every file is encrypted, and no name is anywhere in the clear, whatever the encoding. */
const expectEncrypted = (dataDir: string, names: readonly string[]): void => {
  const files = filesBelow(dataDir).filter((path) => statSync(path).size > 0)
  expect(files.length).toBeGreaterThan(2)
  for (const path of files) {
    const bytes = readFileSync(path)
    expect(bytes.subarray(0, 15).toString('latin1'), path).not.toBe('SQLite format 3')
    for (const name of names) {
      expect(bytes.includes(name, 0, 'utf8') || bytes.includes(name, 0, 'utf16le'), `${name} in ${path}`).toBe(false)
    }
  }
}

const tenantFiles = (dataDir: string, account: string): readonly string[] =>
  readdirSync(join(dataDir, 'accounts', account, 'tenants'))

test('[CLI-31] a small list: practice, import, list, encrypted files, doctor', async () => {
  const cli = createTestCli()
  const { account, recoveryKey } = await init(cli)
  expect(recoveryKey).toMatch(/^([0-9A-Z]{5}-){8}[0-9A-Z]{5}$/)
  const file = cli.write('clients.csv', 'Company;Sector\nQuillfeather Freight;Logistics\nOstrava Dental;Health care\n')
  const map = 'name=Company,industry=Sector'
  expect(await cli.json(['clients', 'import', file, '--map', map])).toEqual({ accepted: 2, refused: [] })
  const { items, total } = await cli.json<Listed>(['clients', 'list'])
  expect(total).toBe(2)
  expect(items.map(({ name }) => name).toSorted()).toEqual(['Ostrava Dental', 'Quillfeather Freight'])
  expect(tenantFiles(cli.dataDir, account).toSorted()).toEqual(items.map(({ id }) => `${id}.sqlite`))
  expectEncrypted(cli.dataDir, ['Quillfeather', 'Ostrava', 'Harbor Security'])
  expect(await cli.json(['doctor'])).toEqual({ clean: true, files: 3, problems: [] })
}, 60_000)

test('[CLI-31] 503 organizations: practice, import, list, encrypted files, doctor', async (context) => {
  context.skip(!existsSync(organizations), 'the folder with real data is not beside the project')
  const cli = createTestCli()
  const { account } = await init(cli)
  const map = 'name=Security,industry=GICS Sector'
  expect(await cli.json(['clients', 'import', organizations, '--map', map])).toEqual({ accepted: 503, refused: [] })
  const { items, total } = await cli.json<Listed>(['clients', 'list'])
  expect({ total, items: items.length }).toEqual({ total: 503, items: 503 })
  const ids = items.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted())
  // No evidence, so no sibling files, and nothing left over.
  expect(tenantFiles(cli.dataDir, account).toSorted()).toEqual(ids.map((id) => `${id}.sqlite`))
  expectEncrypted(cli.dataDir, ['Abbott Laboratories', 'Harbor Security'])
  expect(await cli.json(['doctor'])).toEqual({ clean: true, files: 504, problems: [] })
}, 180_000)
