import { setTimeout as sleep } from 'node:timers/promises'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTestCli, type TestCli } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

type Made = { readonly account: string; readonly recoveryKey: string; readonly clients: number }
type Listed = { readonly items: readonly { readonly id: string; readonly name: string }[]; readonly total: number }

const sampleNames = async (cli: TestCli, ...options: readonly string[]) => {
  const { account } = await cli.json<Made>(['sample', 'create', ...options])
  const { items } = await cli.json<Listed>(['clients', 'list', '--archived', 'any', '--account', account])
  return items.map(({ id, name }) => ({ id, name }))
}

test('[CLI-39] the same seed gives the same clients, another seed others; 25 unless told', async () => {
  const cli = createTestCli(runCli)
  const first = await sampleNames(cli, '--seed', '7')
  expect(first).toHaveLength(25)
  expect(await sampleNames(cli, '--seed', '7')).toEqual(first)
  const light = await sampleNames(cli, '--seed', '7', '--clients', '10', '--light')
  expect(light).toHaveLength(10)
  for (const client of light) expect(first).toContainEqual(client)
  const other = await sampleNames(cli, '--seed', '8', '--clients', '25')
  expect(other.map(({ id }) => id)).not.toEqual(first.map(({ id }) => id))
}, 90_000)

describe.runIf(process.platform !== 'win32')('a sample that is cancelled', () => {
  const createAndCancel = async (signal: 'SIGINT' | 'SIGTERM') => {
    const cli = createTestCli()
    const run = await cli.run(['sample', 'create', '--clients', '10000', '--light', '--json'], {
      onStart: (child) => void untilClientsCome(cli.dataDir).then(() => child.kill(signal)),
    })
    return { cli, ...run }
  }

  test('[CLI-13] says so, exits 1 and leaves everything closed', async () => {
    const { cli, code, stderr } = await createAndCancel('SIGINT')
    expect(code).toBe(1)
    expect(stderr).toMatch(/(^|\n)Cancelled\. The account was made and holds no clients\.\n$/)
    expect(await cli.json(['doctor'])).toEqual({ clean: true, files: 1, problems: [] })
  }, 90_000)

  test('[CLI-24] still prints the recovery key of the account that it made', async () => {
    const { cli, code, stdout } = await createAndCancel('SIGTERM')
    expect(code).toBe(1)
    const { account, recoveryKey, clients } = JSON.parse(stdout) as Made
    expect(clients).toBe(0)
    expect(readdirSync(join(cli.dataDir, 'accounts', account, 'tenants'))).toEqual([])
    const env = { SECURATLAS_RECOVERY_KEY: recoveryKey, SECURATLAS_NEW_PASSPHRASE: 'a second passphrase' }
    expect(await cli.json(['keyring', 'recover'], { env })).toEqual({ account, recovered: true })
  }, 90_000)
})

const untilClientsCome = async (dataDir: string): Promise<void> => {
  const accounts = join(dataDir, 'accounts')
  for (;;) {
    const [account] = existsSync(accounts) ? readdirSync(accounts) : []
    const tenants = join(accounts, account ?? '', 'tenants')
    if (account !== undefined && existsSync(tenants) && readdirSync(tenants).length > 0) return
    await sleep(20)
  }
}
