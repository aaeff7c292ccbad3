import { createEngineClient, type EngineClient } from '#api/rpc/engine-client.ts'
import { connectLocalSocket } from '#hosting/local-socket.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'

// Every test starts the whole program, several times.
vi.setConfig({ testTimeout: 60_000 })

const passphrase = 'correct horse battery'

let dataDir: string

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'start-'))
  dataDir = join(folder, 'data')
  return () => rm(folder, { recursive: true })
})

const start = (parameters: readonly string[] = ['--headless'], env: NodeJS.ProcessEnv = {}) => {
  const program = new URL('./index.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [program, '--data-dir', dataDir, ...parameters], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line))
  const errors = text(child.stderr)
  const ended = once(child, 'exit').then(async ([code]) => ({ code: code as unknown, lines, errors: await errors }))
  const nextLine = async (): Promise<string> => {
    const line = once(reader, 'line') as Promise<[string]>
    const [text] = await Promise.race([line, ended.then(({ errors }) => Promise.reject(new Error(`ended: ${errors}`)))])
    return text
  }
  return { child, lines, ended, nextLine }
}

const connect = async (): Promise<EngineClient> => {
  const port = await connectLocalSocket(dataDir)
  if (!port.ok) throw new Error(JSON.stringify(port.error))
  onTestFinished(() => port.value.close())
  return createEngineClient(port.value)
}

const createPractice = async (client: EngineClient, name = 'Harbor Security') =>
  client.accounts.create.mutate({
    practice: { name, contactEmail: 'ops@harbor.example', timezone: 'Europe/Berlin', mode: 'partner' },
    passphrase,
  })

const visit = async (address: string): Promise<string> => (await fetch(address)).text()

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '[HOST-42] prints the address alone, and ends cleanly on %s',
  async (signal) => {
    const { child, ended, nextLine } = start()
    const address = await nextLine()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/)
    expect(await visit(address)).toContain('No practice yet.')
    expect(await readdir(dataDir)).toContain('engine.sock')
    child.kill(signal)
    expect(await ended).toEqual({ code: 0, lines: [address], errors: '' })
    expect(await readdir(dataDir)).not.toContain('engine.sock')
  },
)

test('[HOST-41] opens the account with the passphrase of the environment or of a file', async () => {
  const first = start()
  await first.nextLine()
  const client = await connect()
  await createPractice(client)
  await client.clients.add.mutate({ name: 'Pentair', status: 'client' })
  first.child.kill()
  await first.ended

  const file = join(dataDir, '..', 'passphrase')
  await writeFile(file, `${passphrase}\n`)
  for (const [parameters, env] of [
    [[], { SECURATLAS_PASSPHRASE: passphrase }],
    [['--passphrase-file', file], {}],
  ] as const) {
    const { child, ended, nextLine } = start(['--headless', ...parameters], env)
    expect(await visit(await nextLine())).toContain('Pentair')
    child.kill()
    expect((await ended).code).toBe(0)
  }

  const locked = start()
  expect(await visit(await locked.nextLine())).toContain('The practice is locked.')
  locked.child.kill()
  await locked.ended

  const wrong = await start(['--headless'], { SECURATLAS_PASSPHRASE: 'wrong horse battery' }).ended
  expect(wrong).toMatchObject({ code: 2, lines: [] })
  expect(wrong.errors).toBe(
    'The passphrase is wrong. Nothing was opened or changed. Try again, or use the recovery key.\n',
  )
})

test('[HOST-41] asks for --account where the folder holds several', async () => {
  const first = start()
  await first.nextLine()
  const { accountId } = await createPractice(await connect())
  const other = await createPractice(await connect(), 'Sound Advice')
  first.child.kill()
  await first.ended

  const env = { SECURATLAS_PASSPHRASE: passphrase }
  const unclear = await start(['--headless'], env).ended
  expect(unclear.code).toBe(2)
  expect(unclear.errors).toContain(accountId)
  expect(unclear.errors).toContain('--account')

  const chosen = start(['--headless', '--account', other.accountId], env)
  expect(await visit(await chosen.nextLine())).toContain('Sound Advice')
  chosen.child.kill()
  await chosen.ended

  const unknown = await start(['--headless', '--account', dataDir], env).ended
  expect(unknown).toMatchObject({ code: 2, lines: [] })
  expect(unknown.errors).toContain('no such account')
})

test('[HOST-43] says that the data folder is in use, and leaves the first one alone', async () => {
  const first = start()
  const address = await first.nextLine()
  const second = await start().ended
  expect(second).toMatchObject({ code: 1, lines: [] })
  expect(second.errors).toContain('is in use: SecurAtlas Desktop is open on it')
  expect(second.errors.trim().split('\n')).toHaveLength(1)
  expect(await visit(address)).toContain('No practice yet.')
  expect(await (await connect()).accounts.list.query()).toEqual([])
})

test('[HOST-40] refuses what it does not know, with exit 2', async () => {
  const refused = await start(['--port', '80']).ended
  expect(refused).toMatchObject({ code: 2, lines: [] })
  expect(refused.errors).toContain('Known: --headless')
})

test.runIf(process.platform === 'linux')('[HOST-46] without a screen, says so and prints the address', async () => {
  const { child, ended, nextLine, lines } = start([])
  await nextLine()
  while (lines.length < 2) await nextLine()
  expect(lines[0]).toContain('There is no screen here')
  expect(await visit(lines[1] ?? '')).toContain('<title>SecurAtlas Desktop</title>')
  child.kill()
  expect((await ended).code).toBe(0)
})
