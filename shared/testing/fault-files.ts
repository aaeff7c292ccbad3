/** Opens every file of an account with its keys, beside any engine, and holds it against what was acknowledged. */
import { standardThresholds } from '#domain/scoring/band-thresholds.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { accountPaths, portfolioKeyName, tenantKeyName } from '#engine/data-dir/data-dir-paths.ts'
import { openKeyring } from '#engine/keyring/open-keyring.ts'
import type { Keyring } from '#engine/keyring/keyring.ts'
import type { Log } from '#engine/log/open-log.ts'
import { verifyLog } from '#engine/log/verify-log.ts'
import { openPortfolio } from '#engine/portfolio/open-portfolio.ts'
import { createTenantRegistry, type RegisteredTenant } from '#engine/portfolio/tenant-registry.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { openTenant } from '#engine/tenant/open-tenant.ts'
import { readClientRow } from '#engine/tenant/read-client-row.ts'
import { faultPassphrase, type FaultAccount } from './fault-account.ts'
import { findLostEdits } from './fault-check.ts'
import type { Findings } from './fault-inspection.ts'
import type { AcknowledgedEdit, WriterLine } from './fault-lines.ts'

/** `rows` are the client rows as the last start showed them; nothing was edited since. */
export const inspectFiles = async (
  { dataDir, accountId }: FaultAccount,
  lines: readonly WriterLine[],
  rows: readonly ClientRow[],
): Promise<Findings> => {
  const paths = accountPaths(dataDir, accountId)
  const opened = await openKeyring({ folder: paths.folder, random, unlockWith: { passphrase: faultPassphrase } })
  if (!opened.ok) return { lost: [], problems: [`the keyring does not open: ${opened.error.type}`] }
  const keyring = opened.value
  const edits = lines.filter((line) => line.type === 'edit')
  const inspection = createLogInspection(edits)
  inspection.problems.push(...(await inspectKeyring(keyring, paths.folder, lines)))
  const portfolioKeys = keyring.keysOf(portfolioKeyName)
  const portfolio = openPortfolio({ path: paths.portfolio, keys: portfolioKeys, accountId, clock, random })
  if (portfolio.ok) {
    inspection.inspect(portfolio.value)
    const tenants = createTenantRegistry(portfolio.value.database)
    inspection.problems.push(...tenants.listDirty().map((id) => `${id} is still dirty after a clean shutdown`))
    inspection.problems.push(...tenants.listUnfinished().map((id) => `${id} is still unfinished after a start`))
    const rowsById = new Map(rows.map((row) => [row.id, row]))
    for (const tenant of tenants.listTenants()) {
      const keys = keyring.keysOf(tenantKeyName(tenant.id))
      const file = openTenant({ path: paths.tenant(tenant.id), keys, tenantId: tenant.id, clock, random })
      if (file.ok) inspection.inspectTenant(file.value, tenant, rowsById.get(tenant.id))
      else inspection.problems.push(`${tenant.id} does not open: ${file.error.type}`)
    }
    portfolio.value.database.close()
  } else {
    inspection.problems.push(`the portfolio does not open: ${portfolio.error.type}`)
  }
  await keyring.lock()
  return { lost: inspection.lost(), problems: inspection.problems }
}

const { clock, random } = systemPorts()

const createLogInspection = (edits: readonly AcknowledgedEdit[]) => {
  const editsBySpace = Map.groupBy(edits, ({ spaceId }) => spaceId)
  const lost: string[] = []
  const problems: string[] = []
  const inspect = (log: Log): void => {
    problems.push(...verifyLog(log).map(({ check, detail }) => `${log.spaceId} ${check}: ${detail}`))
    for (const { edit, reason } of findLostEdits(log, editsBySpace.get(log.spaceId) ?? [])) {
      lost.push(`${edit.mutation} of ${edit.at} in ${log.spaceId} ${reason}`)
    }
    editsBySpace.delete(log.spaceId)
  }
  return {
    problems,
    inspect,
    inspectTenant(log: Log, { id, head }: RegisteredTenant, shown: ClientRow | undefined): void {
      inspect(log)
      if (JSON.stringify(shown) !== JSON.stringify(readClientRow(log, standardThresholds))) {
        problems.push(`${id}: its row was not that of its file`)
      }
      if (head?.device !== log.head.device || head.deviceSeq !== log.head.deviceSeq) {
        problems.push(`${id}: the portfolio knows another end of its chain`)
      }
      log.database.close()
    },
    /** Edits in files that were never looked at are lost too. */
    lost: (): readonly string[] => [
      ...lost,
      ...[...editsBySpace.values()].flat().map(({ at, spaceId }) => `an edit of ${at} in ${spaceId}, which is gone`),
    ],
  }
}

/** After a start no rotation is under way, and the newest recovery key opens the account if it was handed out. */
const inspectKeyring = async (
  keyring: Keyring,
  folder: string,
  lines: readonly WriterLine[],
): Promise<readonly string[]> => {
  const problems = keyring.listFilesInRotation().map((file) => `${file} is still being re-encrypted`)
  if (keyring.damagedLines().length > 0) problems.push('the keyring has damaged lines')
  const rotation = lines.findLast(({ type }) => type === 'rotating' || type === 'rotated')
  if (rotation?.type !== 'rotated') return problems
  const { recoveryKey } = rotation
  const recovered = await openKeyring({ folder, random, unlockWith: { recoveryKey } })
  if (recovered.ok) await recovered.value.lock()
  else problems.push(`the newest recovery key does not open the account: ${recovered.error.type}`)
  return problems
}
