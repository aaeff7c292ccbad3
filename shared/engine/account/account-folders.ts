/** The account folders of a data folder. An account is there once its portfolio file has its name. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { accountPaths, accountsFolder } from '../data-dir/data-dir-paths.ts'

/** Ids, in order. An account that lost its portfolio but has client files is listed too: it needs help, not silence. */
export const listAccountFolders = (dataDir: string): readonly string[] =>
  folderNames(accountsFolder(dataDir)).filter((id) => !isUnfinished(dataDir, id))

/** Folders of accounts whose creation did not come to its end. The caller holds the data folder's lock. */
export const removeUnfinishedAccounts = (dataDir: string): void => {
  for (const id of folderNames(accountsFolder(dataDir))) {
    if (isUnfinished(dataDir, id)) rmSync(join(accountsFolder(dataDir), id), { recursive: true, force: true })
  }
}

const isUnfinished = (dataDir: string, id: string): boolean => {
  const { portfolio, tenants } = accountPaths(dataDir, id)
  return !existsSync(portfolio) && folderNames(tenants, false).length === 0
}

const folderNames = (folder: string, foldersOnly = true): readonly string[] => {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !foldersOnly || entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
