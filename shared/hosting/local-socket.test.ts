import type { Port } from '#api/rpc/port.ts'
import { describeRpcContract } from '#testing/rpc-contract.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { connectLocalSocket, listenLocalSocket, type LocalSocket } from './local-socket.ts'

const isUnix = process.platform !== 'win32'

let folder: string
const realTemporaryFolder = process.env['TMPDIR']

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'socket-')))
})
afterEach(async () => {
  if (realTemporaryFolder === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = realTemporaryFolder
  await rm(folder, { recursive: true })
})

const listen = async (dataDir: string, serve: (port: Port) => void = answerPings): Promise<LocalSocket> => {
  const listening = await listenLocalSocket({ dataDir, serve })
  if (!listening.ok) throw new Error(JSON.stringify(listening.error))
  onTestFinished(() => listening.value.close())
  return listening.value
}

const connect = async (dataDir: string): Promise<Port> => {
  const port = await connectLocalSocket(dataDir)
  if (!port.ok) throw new Error(JSON.stringify(port.error))
  return port.value
}

const answerPings = (port: Port): void => port.onMessage((message) => port.post(['pong', message]))

const ask = async (port: Port, question: string): Promise<unknown> => {
  const answer = new Promise((resolve) => port.onMessage(resolve))
  port.post(question)
  return answer
}

/** A data folder whose own socket path would be too long, and a temporary folder of our own. */
const makeLongDataDir = async (): Promise<string> => {
  const dataDir = join(folder, 'a-long-name-'.repeat(12))
  await mkdir(dataDir)
  process.env['TMPDIR'] = join(folder, 'tmp')
  await mkdir(process.env['TMPDIR'])
  return dataDir
}

const shortFolder = (): string => join(folder, 'tmp', `securatlas-${String(process.getuid?.())}`)

describeRpcContract('the local socket', async (serve) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'socket-rpc-'))
  const listening = await listenLocalSocket({ dataDir, serve })
  if (!listening.ok) throw new Error(JSON.stringify(listening.error))
  const dispose = async (): Promise<void> => {
    await listening.value.close()
    await rm(dataDir, { recursive: true })
  }
  return { client: await connect(dataDir), dispose }
})

describe.runIf(isUnix)('the local socket of a data folder', () => {
  test('[HOST-10] lies in the data folder and only its user may use it', async () => {
    const before = process.umask(0)
    onTestFinished(() => void process.umask(before))
    const socket = await listen(folder)
    expect(socket.path).toBe(join(folder, 'engine.sock'))
    expect((await stat(socket.path)).mode & 0o777).toBe(0o600)
    expect(process.umask(0)).toBe(0)
  })

  test('[HOST-10] is found through a link to the data folder, with colons and spaces in its name', async () => {
    const dataDir = join(folder, 'a: b%20?c#d')
    await mkdir(dataDir)
    await symlink(dataDir, join(folder, 'link'))
    await listen(join(folder, 'link'))
    expect(await ask(await connect(dataDir), 'ping')).toEqual(['pong', 'ping'])
  })

  test('[HOST-11] says NotRunning where nobody listens, also after a clean end', async () => {
    expect(await connectLocalSocket(folder)).toMatchObject({ ok: false, error: { type: 'NotRunning' } })
    const socket = await listen(folder)
    const port = await connect(folder)
    const closed = new Promise<void>((resolve) => port.onClose(resolve))
    await socket.close()
    await closed
    expect(await connectLocalSocket(folder)).toMatchObject({ ok: false, error: { type: 'NotRunning' } })
  })

  test('[HOST-11] says so where the data folder is missing', async () => {
    const missing = join(folder, 'missing')
    const error = { type: 'DataFolderMissing', dataDir: missing }
    expect(await connectLocalSocket(missing)).toEqual({ ok: false, error })
    expect(await listenLocalSocket({ dataDir: missing, serve: answerPings })).toEqual({ ok: false, error })
  })

  test('[HOST-12] takes over the socket of an engine that was killed', async () => {
    const path = join(folder, 'engine.sock')
    const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('listening'))`
    const dead = spawn(process.execPath, ['-e', script])
    await once(dead.stdout, 'data')
    dead.kill('SIGKILL')
    await once(dead, 'exit')
    expect((await stat(path)).isSocket()).toBe(true)
    expect(await connectLocalSocket(folder)).toMatchObject({ ok: false, error: { type: 'NotRunning' } })
    await listen(folder)
    expect(await ask(await connect(folder), 'ping')).toEqual(['pong', 'ping'])
  })

  test('[HOST-12] leaves a file alone that is no socket', async () => {
    const path = join(folder, 'engine.sock')
    await writeFile(path, 'precious')
    const listening = await listenLocalSocket({ dataDir: folder, serve: answerPings })
    expect(listening).toEqual({ ok: false, error: { type: 'SocketPathTaken', path } })
    expect((await stat(path)).size).toBe(8)
  })

  test('[HOST-13] lies in a private temporary folder when its path would be too long', async () => {
    const dataDir = await makeLongDataDir()
    const socket = await listen(dataDir)
    expect(dirname(socket.path)).toBe(shortFolder())
    expect((await stat(shortFolder())).mode & 0o777).toBe(0o700)
    expect((await stat(socket.path)).mode & 0o777).toBe(0o600)
    expect(await ask(await connect(dataDir), 'ping')).toEqual(['pong', 'ping'])
  })

  test('[HOST-13] refuses a temporary folder that others may enter, on both sides', async () => {
    const dataDir = await makeLongDataDir()
    await mkdir(shortFolder())
    await chmod(shortFolder(), 0o755)
    const error = { type: 'SocketFolderNotOurs', folder: shortFolder() }
    expect(await listenLocalSocket({ dataDir, serve: answerPings })).toEqual({ ok: false, error })
    expect(await connectLocalSocket(dataDir)).toEqual({ ok: false, error })
  })

  test('[HOST-13] refuses a temporary folder that is a link', async () => {
    const dataDir = await makeLongDataDir()
    await mkdir(join(folder, 'elsewhere'), { mode: 0o700 })
    await symlink(join(folder, 'elsewhere'), shortFolder())
    const listening = await listenLocalSocket({ dataDir, serve: answerPings })
    expect(listening).toMatchObject({ ok: false, error: { type: 'SocketFolderNotOurs' } })
  })

  test('[HOST-13] gives two data folders two sockets', async () => {
    const first = await makeLongDataDir()
    const second = `${first}2`
    await mkdir(second)
    await listen(first, (port) => port.onMessage(() => port.post('first')))
    await listen(second, (port) => port.onMessage(() => port.post('second')))
    expect(await ask(await connect(second), 'who')).toBe('second')
    expect(await ask(await connect(first), 'who')).toBe('first')
  })

  test('[HOST-14] hands over the last answer before it ends a connection', async () => {
    // More than the system takes at once.
    const long = 'x'.repeat(4 * 1024 * 1024)
    const socket = await listen(folder, (port) => {
      port.onMessage(() => {
        port.post(long)
        void socket.close()
      })
    })
    expect(await ask(await connect(folder), 'end')).toBe(long)
  })
})
