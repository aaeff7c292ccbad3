/**
 * Deletes a client for good. The tombstone in the practice's documents is the decision: before its commit everything is
 * as it was, after it the client is gone, because whatever is left of it goes at the next start at the latest.
 */
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import type { EditQueue } from '../log/edit-queue.ts'
import { editFromMutation } from '../log/edit.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import type { AccountParts } from './account-parts.ts'
import { removeUnfinished } from './create-tenants.ts'
import type { EvidenceStores } from './evidence-stores.ts'
import type { TenantHandles } from './tenant-handles.ts'
import type { UndoStack } from './undo-stack.ts'

export type DeleteClientOptions = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly evidence: EvidenceStores
  readonly undo: UndoStack
  readonly practiceQueue: EditQueue
  readonly batches: OneAtATime
  /** Clients that are being copied right now. */
  readonly leaving: ReadonlySet<string>
}

export const deleteClient = async (
  options: DeleteClientOptions,
  clientId: string,
  typedName: string,
): Promise<Result<void, EngineError>> => {
  const { parts, practiceQueue, batches, leaving } = options
  const row = parts.tenants.findRow(clientId)
  if (row === undefined) return err({ type: 'ClientNotFound', wanted: clientId })
  const edit = editFromMutation('client.delete', { id: clientId }, parts.actor())
  if (!edit.ok) return edit
  if (plain(row.name) !== plain(typedName)) return err({ type: 'NameNotConfirmed', name: row.name })
  return batches.run(async () => {
    if (leaving.has(clientId)) return err({ type: 'ClientLeaving', name: row.name })
    if (parts.tenants.findTenant(clientId) === undefined) return err({ type: 'ClientNotFound', wanted: clientId })
    const decided = await practiceQueue.add(edit.value)
    return decided.ok ? takeAway(options, clientId) : decided
  })
}

const plain = (name: string): string => name.normalize('NFC').trim()

/** The list forgets the client first, so that nobody opens a file that is about to go. */
const takeAway = async (options: DeleteClientOptions, clientId: string): Promise<Result<void, EngineError>> => {
  const { parts, handles, evidence, undo } = options
  undo.dropSpace(clientId)
  try {
    handles.discard(clientId)
    parts.tenants.unpublish([clientId])
    parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: null })
    await evidence.release(clientId)
    await removeUnfinished(parts, new Set([clientId]))
  } catch (error) {
    return err(storageFailure(error))
  }
  // Its key could not be taken out of the keyring (a full disk): the next start does it.
  return parts.tenants.isRegistered(clientId) ? err({ type: 'NotYetDestroyed' }) : ok(undefined)
}
