/** Where the engine of a data folder listens on this machine: both sides work it out from the folder alone. */
import { err, ok, type Result } from '#domain/result.ts'
import { createHash } from 'node:crypto'
import { lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

export type SocketPathError =
  | { readonly type: 'DataFolderMissing'; readonly dataDir: string }
  | { readonly type: 'SocketFolderNotOurs'; readonly folder: string }
  | { readonly type: 'SocketPathTooLong'; readonly path: string }

/** The system's limit is 104 bytes on macOS and 108 on Linux. */
const longestPath = 100

/** Makes the folder of the socket when it has to be another than the data folder. */
export const findSocketPath = async (dataDir: string): Promise<Result<string, SocketPathError>> => {
  const folder = await realpath(dataDir).catch(() => undefined)
  if (folder === undefined) return err({ type: 'DataFolderMissing', dataDir })
  if (process.platform === 'win32') return ok(`\\\\.\\pipe\\securatlas-${shortHash(folder.toLowerCase())}`)
  const path = join(folder, 'engine.sock')
  return Buffer.byteLength(path) <= longestPath ? ok(path) : findShortPath(folder)
}

const findShortPath = async (dataDir: string): Promise<Result<string, SocketPathError>> => {
  const folder = join(tmpdir(), `securatlas-${String(userInfo().uid)}`)
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined)
  if (!(await isOursAlone(folder))) return err({ type: 'SocketFolderNotOurs', folder })
  const path = join(folder, `${shortHash(dataDir)}.sock`)
  return Buffer.byteLength(path) <= longestPath ? ok(path) : err({ type: 'SocketPathTooLong', path })
}

/** A shared temporary folder lets anyone make a folder of this name first, and listen in it. */
const isOursAlone = async (folder: string): Promise<boolean> => {
  const stats = await lstat(folder).catch(() => undefined)
  return stats !== undefined && stats.isDirectory() && stats.uid === userInfo().uid && (stats.mode & 0o777) === 0o700
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
