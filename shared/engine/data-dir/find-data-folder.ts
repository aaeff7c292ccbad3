/** Looks whether a folder is a data folder that an engine could work on, and what is in it. Changes nothing. */
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { DataFolder } from '#api/host.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { listAccountFolders } from '../account/account-folders.ts'
import { createAccountDescriptions } from '../account/describe-account.ts'
import { accountsFolder } from './data-dir-paths.ts'
import { lockDataDir } from './lock-data-dir.ts'

export const findDataFolder = async (typed: string): Promise<Result<DataFolder, EngineError>> => {
  const found = realFolder(withHome(typed))
  if (found === undefined) return err({ type: 'FolderNotFound', path: typed })
  const path = outOfAccounts(found)
  if (!existsSync(accountsFolder(path))) return err({ type: 'NotADataFolder', path })
  const ids = listAccountFolders(path)
  if (ids.length === 0) return err({ type: 'NotADataFolder', path })
  if (!canWrite(path) || !canWrite(accountsFolder(path))) return err({ type: 'FolderReadOnly', path })
  const lock = await lockDataDir(path)
  if (!lock.ok) return err(lock.error.type === 'DataDirInUse' ? { type: 'FolderInUseElsewhere', path } : lock.error)
  lock.value.release()
  const { describe } = createAccountDescriptions(path)
  return ok({ path, accounts: await Promise.all(ids.map(async (id) => ({ id, ...(await describe(id)) }))) })
}

/** The same folder by another name is the same folder. */
export const isSameFolder = (one: string, other: string): boolean => {
  const real = realFolder(withHome(one))
  return real !== undefined && outOfAccounts(real) === realFolder(other)
}

const withHome = (path: string): string => (path === '~' || path.startsWith('~/') ? homedir() + path.slice(1) : path)

/** A relative path would be one from wherever the program happened to be started. */
const realFolder = (path: string): string | undefined => {
  if (!isAbsolute(path)) return undefined
  try {
    const real = realpathSync(path)
    return statSync(real).isDirectory() ? real : undefined
  } catch {
    return undefined
  }
}

/** Whoever chose the folder of the accounts, or of one of them, meant the data folder around it. */
const outOfAccounts = (path: string): string => {
  if (basename(path) === 'accounts') return dirname(path)
  const isAccount = basename(dirname(path)) === 'accounts' && existsSync(join(path, 'keyring'))
  return isAccount ? dirname(dirname(path)) : path
}

const canWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
