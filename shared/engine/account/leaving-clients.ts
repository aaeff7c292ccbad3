/** Clone, delete, hand over and take over, of an unlocked account. */
import { homedir } from 'node:os'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LeavingClients } from '#api/leaving-clients.ts'
import { err, ok } from '#domain/result.ts'
import type { FilesGate } from '../backup/files-gate.ts'
import type { EvidenceStores } from './evidence-stores.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import type { JobBoard } from '../jobs/job-board.ts'
import type { ScryptCost } from '../keyring/passphrase-slot.ts'
import type { EditQueue } from '../log/edit-queue.ts'
import { findClientRow } from '../portfolio/find-client.ts'
import type { AccountParts } from './account-parts.ts'
import { editsThatClone } from './clone-client.ts'
import { createTenants } from './create-tenants.ts'
import { deleteClient } from './delete-client.ts'
import { checkHandOver, handOverClient } from './hand-over-client.ts'
import { mayTakeOver, takeOverClient } from './take-over-client.ts'
import type { TenantHandles } from './tenant-handles.ts'
import type { UndoStack } from './undo-stack.ts'

export type LeavingClientsOptions = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly undo: UndoStack
  readonly batches: OneAtATime
  readonly jobs: JobBoard
  readonly evidence: EvidenceStores
  readonly practiceQueue: EditQueue
  readonly gate: FilesGate
  readonly version: string
  readonly passphraseCost: ScryptCost | undefined
}

export const createLeavingClients = (options: LeavingClientsOptions): LeavingClients => {
  const { parts, handles, batches, jobs, gate, version, passphraseCost } = options
  const leaving = new Set<string>()
  const handOver = { parts, handles, version, cost: passphraseCost, leaving }
  return {
    async clone(clientId, copy) {
      const source = handles.get(clientId)
      if (!source.ok) return source
      const edits = editsThatClone(source.value.log, copy, parts.actor())
      if (!edits.ok) return edits
      const tenantId = parts.ports.random.id()
      const created = await batches.run(() => createTenants(parts, [{ tenantId, edits: edits.value }]))
      return created.ok ? findClientRow(parts.portfolio.database, tenantId) : created
    },
    remove: (clientId, typedName) => deleteClient({ ...options, leaving }, clientId, typedName),
    startHandOver(clientId, wanted) {
      const checked = checkHandOver(handOver, clientId, wanted)
      if (!checked.ok) return checked
      const leave = gate.share()
      if (leave === undefined) return err({ type: 'FilesBusy' })
      return ok(
        jobs.start('handOver', (control) => handOverClient(handOver, { clientId, ...wanted }, control).finally(leave)),
      )
    },
    startTakeOver(wanted) {
      const allowed = mayTakeOver(options)
      if (!allowed.ok) return allowed
      return ok(jobs.start('takeOver', (control) => takeOverClient(options, wanted, control)))
    },
    suggestHandOverPath(clientId) {
      const documents = join(homedir(), 'Documents')
      const folder = existsSync(documents) ? documents : homedir()
      const day = new Date(parts.ports.clock.now()).toISOString().slice(0, 10)
      return join(folder, `hand-over-${day}-${clientId.slice(-8)}.securatlas`)
    },
  }
}
