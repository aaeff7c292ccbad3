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
import { readTenant } from '../tenant/read-tenant.ts'
import type { RefreshedTenant } from '../portfolio/tenant-registry.ts'
import type { SearchItem } from '#domain/search/searched-entities.ts'
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
  problems.push(...examineWords(parts), ...examineKeys(parts), ...(await findLeftovers(parts)))
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
    const behind = parts.tenants.isDirty(id) ? [] : comparePortfolio(parts, id, readTenant(log, parts.bandThresholds()))
    return [...problems, ...behind]
  } catch (error) {
    const failure = storageFailure(error)
    handles.setAside(id, failure)
    return [{ space: id, check: 'pages', detail: openTrouble(failure) }]
  }
}

/** What the portfolio holds of the client against what its file says; what differs is made right. */
const comparePortfolio = (
  { tenants }: AccountParts,
  id: string,
  computed: RefreshedTenant,
): readonly DoctorProblem[] => {
  const isRowRight = JSON.stringify(tenants.findRow(id)) === JSON.stringify(computed.row)
  const areEvidenceRowsRight = JSON.stringify(tenants.evidence.list(id)) === JSON.stringify(computed.evidence)
  const isSearchRight = !tenants.search.isCurrent(id) || isSameSearch(tenants.search.list(id), computed.items)
  if (!isRowRight || !isSearchRight || !areEvidenceRowsRight) tenants.saveRow(computed)
  return [
    ...(isRowRight
      ? []
      : [{ space: id, check: 'portfolioRow' as const, detail: madeRight('the row in the portfolio') }]),
    ...(isSearchRight ? [] : [{ space: id, check: 'search' as const, detail: madeRight('what the search finds') }]),
  ]
}

const madeRight = (what: string): string => `${what} was not that of the file; it is now`

const isSameSearch = (stored: readonly SearchItem[], computed: readonly SearchItem[]): boolean =>
  JSON.stringify(stored.map(sortable).toSorted()) === JSON.stringify(computed.map(sortable).toSorted())
const sortable = ({ entity, recordId, kind, title, detail, text }: SearchItem): string =>
  JSON.stringify([entity, recordId, kind, title, detail, text])

/** Every record that is listed can be found by its words, and no words are left of one that is gone. */
const examineWords = ({ tenants }: AccountParts): readonly DoctorProblem[] => {
  if (tenants.search.findTorn().length === 0) return []
  tenants.search.mendWords()
  return [
    { space: 'portfolio', check: 'search', detail: 'the words of the search did not fit its records; they do now' },
  ]
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
