/** Checks every file of an account: pages, projection against a rebuild, activity chains, portfolio rows, keys, leftovers. */
import { readdir } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DoctorProblem, DoctorReport } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import type { TenantHandles } from '../account/tenant-handles.ts'
import { evidenceKeyName, portfolioKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { editFromMutation } from '../log/edit.ts'
import { verifyLog } from '../log/verify-log.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { hasOverdueTrash } from '../tenant/list-trash.ts'
import { readClientRow } from '../tenant/read-client-row.ts'
import type { EvidenceStores } from '../account/evidence-stores.ts'

export type Examined = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly evidence: EvidenceStores
}

export const examineAccount = async (
  { parts, handles, evidence }: Examined,
  { signal, report }: JobControl,
): Promise<Result<DoctorReport, EngineError>> => {
  const tenants = parts.tenants.listTenants()
  const problems: DoctorProblem[] = verifyLog(parts.portfolio).map((problem) => ({ space: 'portfolio', ...problem }))
  for (const [index, { id }] of tenants.entries()) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const wasOpen = handles.isOpen(id)
    problems.push(...examineTenant(parts, handles, id))
    await purgeTrash(parts, handles, id)
    problems.push(
      ...(await evidence.examine(id, signal)).map((detail) => ({ space: id, check: 'evidence' as const, detail })),
    )
    if (!wasOpen) handles.close(id)
    report(index + 1, tenants.length)
    await nextTurn()
  }
  problems.push(...examineKeys(parts), ...(await findLeftovers(parts)))
  return ok({ clean: problems.length === 0, files: tenants.length + 1, problems })
}

const examineTenant = (parts: AccountParts, handles: TenantHandles, id: string): readonly DoctorProblem[] => {
  const opened = handles.get(id)
  if (!opened.ok) return [{ space: id, check: 'open', detail: openTrouble(opened.error) }]
  const { log } = opened.value
  try {
    const problems: DoctorProblem[] = verifyLog(log).map((problem) => ({ space: id, ...problem }))
    if (problems.some(({ check }) => check === 'pages')) {
      handles.setAside(id, { type: 'FileDamaged', detail: 'its pages fail their check' })
      return problems
    }
    const stored = parts.tenants.findRow(id)
    const computed = readClientRow(log, parts.bandThresholds())
    if (!parts.tenants.isDirty(id) && JSON.stringify(stored) !== JSON.stringify(computed)) {
      problems.push({
        space: id,
        check: 'portfolioRow',
        detail: 'the row in the portfolio was not that of the file; it is now',
      })
      parts.tenants.saveRow(computed, { device: log.head.device, deviceSeq: log.head.deviceSeq })
    }
    return problems
  } catch (error) {
    const failure = storageFailure(error)
    handles.setAside(id, failure)
    return [{ space: id, check: 'pages', detail: openTrouble(failure) }]
  }
}

/** The doctor is also the caretaker: records whose time in the trash is over go. Who may not edit leaves them to others. */
const purgeTrash = async (parts: AccountParts, handles: TenantHandles, id: string): Promise<void> => {
  const handle = handles.get(id)
  if (!handle.ok || !hasOverdueTrash(handle.value.log)) return
  const edit = editFromMutation('trash.purge', {}, parts.actor())
  if (edit.ok) await handle.value.queue.add(edit.value)
}

const openTrouble = (error: { readonly type: string; readonly detail?: string }): string =>
  error.detail === undefined ? error.type : `${error.type}: ${error.detail}`

/** Every file has a key, and every key of a tenant has its file. */
const examineKeys = ({ keyring, tenants }: AccountParts): readonly DoctorProblem[] => {
  const known = new Set(tenants.listTenants().flatMap(({ id }) => [tenantKeyName(id), evidenceKeyName(id)]))
  const orphans = keyring.listFiles().filter((file) => file !== portfolioKeyName && !known.has(file))
  return [
    ...keyring.damagedLines().map(({ file }) => ({
      space: 'portfolio',
      check: 'keys' as const,
      detail: `a line of the keyring is damaged${file === undefined ? '' : `: ${file}`}`,
    })),
    ...orphans.map((file) => ({
      space: 'portfolio',
      check: 'keys' as const,
      detail: `the key ${file} belongs to no client`,
    })),
  ]
}

/** Files below the tenants folder that belong to no tenant: a copy put there by hand, or what a crash left. */
const findLeftovers = async ({ paths, tenants }: AccountParts): Promise<readonly DoctorProblem[]> => {
  const known = new Set(tenants.listTenants().map(({ id }) => id))
  const names = await readdir(paths.tenants).catch(() => [])
  return names
    .filter((name) => !known.has(name.split('.')[0] ?? '') || /\.(new|before-upgrade)$/.test(name))
    .map((name) => ({ space: 'portfolio', check: 'leftover' as const, detail: `${name} belongs to no client` }))
}
