/** The export of everything, of an unlocked account. */
import type { AccountExport } from '#api/export-all.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import type { EvidenceStores } from '../account/evidence-stores.ts'
import type { FilesGate } from '../backup/files-gate.ts'
import { planTarget } from '../backup/make-backup.ts'
import type { JobBoard } from '../jobs/job-board.ts'
import { exportAll } from './export-all.ts'

export type AccountExportOptions = {
  readonly parts: AccountParts
  readonly evidence: EvidenceStores
  readonly jobs: JobBoard
  readonly gate: FilesGate
  readonly version: string
}

export const createAccountExport = ({ jobs, gate, ...options }: AccountExportOptions): AccountExport => ({
  async startExportAll(target) {
    const { parts } = options
    const { role } = parts.actor()
    if (!can(role, { action: 'client.export' })) return err({ type: 'NotPermitted', role, what: 'client.export' })
    const planned = await planTarget(parts, { ...target, ending: '.zip' })
    if (!planned.ok) return planned
    const leave = gate.enter()
    if (leave === undefined) return err({ type: 'FilesBusy' })
    const { path } = planned.value
    return ok(jobs.start('exportAll', (control) => exportAll({ ...options, path }, control).finally(leave)))
  },
})
