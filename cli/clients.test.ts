import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cliPassphrase, createTestCli, expectRefusal, type TestCli } from '#testing/cli-process.ts'
import { createPracticeIn, startRunningEngine } from '#testing/running-engine.ts'
import { runCli } from './run-cli.ts'

type Row = { readonly id: string; readonly name: string; readonly industry: string | null }
type Listed = { readonly items: readonly Row[]; readonly total: number }
type Activity = {
  readonly total: number
  readonly items: readonly {
    readonly id: string
    readonly deviceSeq: number
    readonly field: string
    readonly to: unknown
    readonly at: string
  }[]
}

let cli: TestCli

beforeEach(async () => {
  cli = createTestCli(runCli)
  await createPracticeIn(await startRunningEngine(cli.dataDir), cliPassphrase)
})

const addAll = async (...names: readonly string[]): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const name of names) rows.push(await cli.json<Row>(['clients', 'add', '--name', name]))
  return rows
}

describe('clients import', () => {
  test('[CLI-32] reports the rows that it refused, by line and in words', async () => {
    const file = cli.write(
      'mixed.csv',
      'Firma;Mitarbeiter\nBirkenfeld GmbH;120\n;7\nbirkenfeld gmbh;9\nLinde AG;viele\n',
    )
    const report = await cli.json<{ accepted: number; refused: { line: number; reason: string }[] }>([
      ...['clients', 'import', file],
    ])
    expect(report.accepted).toBe(1)
    expect(report.refused.map(({ line }) => line)).toEqual([3, 4, 5])
    expect(report.refused[2]?.reason).toContain('not a whole number')
  })

  test('[CLI-32] exits 1 when every row was refused, with the report and a line that says so', async () => {
    const file = cli.write('bad.csv', 'Name,Employees\nAlder,many\n')
    const { code, stdout, stderr } = await cli.run(['clients', 'import', file, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ accepted: 0, refused: [{ line: 2 }] })
    expect(stderr).toMatch(/^Every row was refused\. Nothing was imported\. [^\n]+\n$/)
  })

  test('[CLI-32] refuses what is no table in words, with exit 2', async () => {
    const missing = await cli.run(['clients', 'import', join(cli.folder, 'missing.csv')])
    expect(expectRefusal(missing)).toContain('there is no file')
    expect(expectRefusal(await cli.run(['clients', 'import', cli.folder]))).toContain('is a folder')
    const rubbish = cli.write(
      'rubbish.csv',
      new Uint8Array(3000).map((_, index) => (index * 7919) % 251),
    )
    const noTable = expectRefusal(await cli.run(['clients', 'import', rubbish]))
    expect(noTable).toMatch(/^This file .+\. Nothing was imported\. Open it .+\.$/)
    expect(noTable.match(/Nothing was/g)).toHaveLength(1)
    const unmapped = cli.write('unmapped.csv', 'One,Two\nAlder,x\n')
    const line = expectRefusal(await cli.run(['clients', 'import', unmapped, '--json']))
    expect(line).toContain('--map "name=One"')
    expect(await cli.json(['clients', 'list'])).toEqual({ items: [], total: 0 })
  })

  test('[CLI-31] takes a list without headings by the numbers of its columns', async () => {
    const file = cli.write('plain.csv', 'Alder Clinic,Health care\nBirch Freight,Logistics\n')
    const report = await cli.json(['clients', 'import', file, '--no-header', '--map', 'name=#1,industry=#2'])
    expect(report).toEqual({ accepted: 2, refused: [] })
    const { items } = await cli.json<Listed>(['clients', 'list', '--industry', 'Logistics'])
    expect(items.map(({ name }) => name)).toEqual(['Birch Freight'])
  })
})

describe('one client', () => {
  test('[CLI-33] is named by its id or by a name that only one has', async () => {
    const [first, second, other] = await addAll('Pentair', 'PENTAIR', 'Alder')
    const ambiguous = expectRefusal(await cli.run(['clients', 'show', '--client', 'pentair']))
    expect(ambiguous).toContain(first?.id)
    expect(ambiguous).toContain(second?.id)
    expect(await cli.json(['clients', 'show', '--client', 'aLDER'])).toMatchObject({ id: other?.id })
    expect(await cli.json(['clients', 'show', '--client', second?.id ?? ''])).toMatchObject({ name: 'PENTAIR' })
    expect(expectRefusal(await cli.run(['clients', 'show', '--client', 'Nobody']))).toContain('"Nobody"')
  })

  test('[CLI-34] is added and changed field by field, and an empty value clears', async () => {
    const added = await cli.json<Row>([
      ...['clients', 'add', '--name', 'Alder', '--status', 'prospect', '--tag', 'SOC 2', 'Key account'],
      ...['--set', 'employees=12', 'website=alder.example', '--set', 'summary=a = b'],
    ])
    const show = ['clients', 'show', '--client', 'Alder']
    expect(await cli.json(show)).toMatchObject({
      ...{ id: added.id, status: 'prospect', employees: 12, website: 'alder.example', summary: 'a = b' },
      ...{ tags: ['Key account', 'SOC 2'], contacts: [] },
    })
    const update = [
      'clients',
      'update',
      '--client',
      'Alder',
      '--set',
      'employees=',
      'name=Alder Group',
      'status=client',
    ]
    const changed = await cli.json<{ changes: { field: string; from: unknown; to: unknown }[] }>(update)
    expect(changed.changes).toContainEqual({ entity: 'client', field: 'employees', from: 12, to: null })
    expect(changed.changes).toHaveLength(3)
    const after = await cli.json(['clients', 'show', '--client', added.id])
    expect(after).toMatchObject({ name: 'Alder Group', employees: null, status: 'client' })
  })

  test('[CLI-34] keeps its fields when a value is not accepted, and the words name the field', async () => {
    await addAll('Alder')
    const update = (...settings: readonly string[]) =>
      cli.run(['clients', 'update', '--client', 'Alder', '--set', ...settings])
    const notAccepted = expectRefusal(await update('employees=many', 'industry=Retail'))
    expect(notAccepted).toContain('Not accepted: employees: Use a whole number. Nothing was changed.')
    const unknown = expectRefusal(await update('colour=red'))
    expect(unknown).toContain('no field "colour"')
    expect(unknown).toContain('externalId')
    expect(expectRefusal(await update('industry'))).toContain('field=value')
    expect(await cli.json(['clients', 'show', '--client', 'Alder'])).toMatchObject({ industry: null })
  })

  test('[CLI-35] leaves the lists when it is archived, is read-only, and comes back', async () => {
    await addAll('Alder', 'Birch')
    await cli.json(['clients', 'archive', '--client', 'Alder'])
    const names = async (...options: readonly string[]) =>
      (await cli.json<Listed>(['clients', 'list', ...options])).items.map(({ name }) => name)
    // A running engine brings its lists up to date within a moment of the edit.
    await expect.poll(() => names()).toEqual(['Birch'])
    expect(await names('--archived')).toEqual(['Alder'])
    expect(await names('--archived', 'any')).toEqual(['Alder', 'Birch'])
    const readOnly = await cli.run(['clients', 'update', '--client', 'Alder', '--set', 'employees=1'])
    expect(expectRefusal(readOnly, 1)).toContain('This client is archived.')
    expect(await cli.json(['dashboard'])).toMatchObject({ clients: 1, archived: 1 })
    await cli.json(['clients', 'restore', '--client', 'Alder'])
    await expect.poll(() => names()).toEqual(['Alder', 'Birch'])
  })

  test('[CLI-38] has an activity list: every change of a field, by id and in order', async () => {
    await addAll('Alder')
    for (const employees of [1, 2, 3]) {
      await cli.json(['clients', 'update', '--client', 'Alder', '--set', `employees=${employees}`])
    }
    const { items, total } = await cli.json<Activity>(['activity', 'list', '--client', 'Alder'])
    expect(total).toBe(items.length)
    expect(items.map(({ deviceSeq }) => deviceSeq)).toEqual(items.map((_, index) => index + 1))
    expect(items.filter(({ field }) => field === 'employees').map(({ to }) => to)).toEqual([1, 2, 3])
    expect(items.every(({ at }) => at.endsWith('Z'))).toBe(true)
    const { stdout } = await cli.run(['activity', 'list', '--client', 'Alder'])
    expect(stdout.split('\n')[1]).toMatch(/^\S+Z +Harbor Security +client employees +2 +3$/)
  })
})

describe('all clients', () => {
  test('[CLI-6] are listed by id with a total, and the filters narrow it', async () => {
    const rows = await addAll('Zulu', 'Alpha')
    await cli.json(['clients', 'add', '--name', 'Émile', '--status', 'prospect', '--tag', 'ISO 27001'])
    const { items, total } = await cli.json<Listed>(['clients', 'list'])
    expect(total).toBe(3)
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted())
    for (const filter of [
      ['--search', 'emi'],
      ['--tag', 'ISO 27001'],
      ['--status', 'prospect'],
    ]) {
      expect(await cli.json(['clients', 'list', ...filter])).toMatchObject({ items: [{ name: 'Émile' }], total: 1 })
    }
    const { stdout } = await cli.run(['clients', 'list', '--search', 'zulu'])
    expect(stdout).toMatch(/^Name +Status .*\nZulu +client .*\n\n1 client\.\n$/)
  })

  test('[CLI-37] are counted by the dashboard', async () => {
    await addAll('Alder', 'Birch')
    const { practice, ...counts } = await cli.json<{ readonly practice: object }>(['dashboard'])
    expect(counts).toEqual({
      ...{ clients: 2, prospects: 0, archived: 0, healthy: 0 },
      byBand: { critical: 0, high: 0, moderate: 0, low: 0, unknown: 2 },
      byAttention: { now: 0, soon: 0, watch: 2, none: 0 },
      byReason: { baselineIncomplete: 2 },
    })
    expect(practice).toMatchObject({ name: 'Harbor Security', mode: 'partner', timezone: 'UTC', currency: null })
  })

  test.each([
    [['practice', 'show']],
    [['clients', 'list']],
    [['clients', 'show', '--client', 'Alder']],
    [['activity', 'list', '--client', 'Alder']],
    [['dashboard']],
    [['doctor']],
  ])('[CLI-5] are one line of JSON with --json, and text without: %j', async (parameters) => {
    await addAll('Alder')
    const asJson = await cli.run([...parameters, '--json'])
    expect(asJson.stdout).toMatch(/^\{[^\n]*\}\n$/)
    expect(JSON.parse(asJson.stdout)).toBeTypeOf('object')
    const asText = await cli.run(parameters)
    expect(asText.stdout).not.toContain('{')
    expect([asJson, asText].map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      Array(2).fill({ code: 0, stderr: '' }),
    )
  })

  test('[CLI-36] are exported whole or not at all, and a file that is there stays', async () => {
    await addAll('=1+1', 'Birch')
    const out = join(cli.folder, 'clients.csv')
    expect(await cli.json(['clients', 'export', '--out', out])).toMatchObject({ out, format: 'csv', clients: 2 })
    const table = readFileSync(out, 'utf8')
    expect(table).toContain("'=1+1")
    expect(statSync(out).mode & 0o777).toBe(0o600)
    writeFileSync(out, 'precious')
    expect(expectRefusal(await cli.run(['clients', 'export', '--out', out]))).toContain('--force')
    expect(readFileSync(out, 'utf8')).toBe('precious')
    await cli.json(['clients', 'export', '--out', out, '--force'])
    expect(readFileSync(out, 'utf8')).toBe(table)

    const workbook = join(cli.folder, 'Clients.XLSX')
    await cli.json(['clients', 'export', '--out', workbook, '--search', 'birch'])
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK')
    expect(expectRefusal(await cli.run(['clients', 'export', '--out', join(cli.folder, 'a.pdf')]))).toContain('.xlsx')
    const nowhere = join(cli.folder, 'nowhere', 'a.csv')
    expect(expectRefusal(await cli.run(['clients', 'export', '--out', nowhere]))).toContain('no place for a file')
    mkdirSync(join(cli.folder, 'folder.csv'))
    const folder = await cli.run(['clients', 'export', '--out', join(cli.folder, 'folder.csv'), '--force'])
    expect(expectRefusal(folder)).toContain('Nothing was written.')
    expect(readdirSync(cli.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
