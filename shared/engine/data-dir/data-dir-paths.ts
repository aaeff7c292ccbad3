/** Where things lie below a data folder. */
import { join } from 'node:path'

export type AccountPaths = {
  readonly folder: string
  readonly portfolio: string
  readonly tenants: string
  /** Encrypted copies on their way out; emptied when the account is opened. */
  readonly staging: string
  tenant(tenantId: string): string
  evidence(tenantId: string): string
}

export const accountsFolder = (dataDir: string): string => join(dataDir, 'accounts')

export const accountPaths = (dataDir: string, accountId: string): AccountPaths => {
  const folder = join(accountsFolder(dataDir), accountId)
  const tenants = join(folder, 'tenants')
  return {
    folder,
    tenants,
    staging: join(folder, 'staging'),
    portfolio: join(folder, 'portfolio.sqlite'),
    tenant: (tenantId) => join(tenants, `${tenantId}.sqlite`),
    evidence: (tenantId) => join(tenants, `${tenantId}.files.sqlite`),
  }
}

/** Names in the keyring: one key per file. */
export const portfolioKeyName = 'portfolio'
export const tenantKeyName = (tenantId: string): string => `tenant/${tenantId}`
export const evidenceKeyName = (tenantId: string): string => `files/${tenantId}`

/** The file that a key of the keyring belongs to; undefined for a name of another version. */
export const pathOfKey = (paths: AccountPaths, name: string): string | undefined => {
  if (name === portfolioKeyName) return paths.portfolio
  const [kind, tenantId = ''] = name.split('/')
  if (kind === 'tenant') return paths.tenant(tenantId)
  return kind === 'files' ? paths.evidence(tenantId) : undefined
}
