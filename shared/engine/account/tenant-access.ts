/** Reading from a client's open file and committing to it, with what either does about a file that fails. */
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { EditAck } from '../log/commit-edits.ts'
import type { Edit } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import type { TenantHandles } from './tenant-handles.ts'

/** Runs a read on the client's open file; an error from inside sets the file aside. */
export const readTenant = <Value>(
  handles: TenantHandles,
  clientId: string,
  work: (log: Log) => Value,
): Result<Value, EngineError> => {
  const handle = handles.get(clientId)
  if (!handle.ok) return handle
  try {
    return ok(work(handle.value.log))
  } catch (error) {
    const failure = storageFailure(error)
    handles.setAside(clientId, failure)
    return err(failure)
  }
}

/** Commits one edit to a client's file. */
export const commitTenantEdit = async (
  handles: TenantHandles,
  clientId: string,
  edit: (log: Log) => Edit,
): Promise<Result<EditAck, EngineError>> => {
  const attempt = async () => {
    const handle = handles.get(clientId)
    return handle.ok ? handle.value.queue.add(edit(handle.value.log)) : handle
  }
  let outcome = await attempt()
  if (!outcome.ok && outcome.error.type === 'ReadOnly') {
    // A file that was opened without the right to write stays so, whatever its rights are by now.
    handles.close(clientId)
    outcome = await attempt()
  }
  if (!outcome.ok && outcome.error.type === 'FileDamaged') handles.setAside(clientId, outcome.error)
  return outcome
}
