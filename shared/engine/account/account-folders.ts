/**
 * The account folders of a data folder. A folder bears a mark from its first moment until its portfolio has its name:
 * one that still bears it was never an account. One that lost its portfolio is an account that needs help.
 */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { accountPaths, accountsFolder } from '../data-dir/data-dir-paths.ts'

/** Ids, in order. */
export const listAccountFolders = (dataDir: string): readonly string[] =>
  folderNames(accountsFolder(dataDir)).filter((id) => !isUnfinished(dataDir, id))

/** Throws what node:fs throws. */
export const makeUnfinishedAccount = (dataDir: string, id: string): void => {
  mkdirSync(accountPaths(dataDir, id).folder, { recursive: true, mode: 0o700 })
  closeSync(openSync(markOf(dataDir, id), 'a', 0o600))
}

export const finishAccount = (dataDir: string, id: string): void => rmSync(markOf(dataDir, id), { force: true })

/** Ends or undoes what a crash left of accounts in the making. The caller holds the data folder's lock. */
export const settleUnfinishedAccounts = (dataDir: string): void => {
  for (const id of folderNames(accountsFolder(dataDir))) {
    if (isUnfinished(dataDir, id)) rmSync(join(accountsFolder(dataDir), id), { recursive: true, force: true })
    else finishAccount(dataDir, id)
  }
}

const markOf = (dataDir: string, id: string): string => join(accountPaths(dataDir, id).folder, 'unfinished')

const isUnfinished = (dataDir: string, id: string): boolean => {
  const { folder, portfolio } = accountPaths(dataDir, id)
  if (existsSync(portfolio)) return false
  return existsSync(markOf(dataDir, id)) || readdirSync(folder).length === 0
}

const folderNames = (folder: string): readonly string[] => {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
