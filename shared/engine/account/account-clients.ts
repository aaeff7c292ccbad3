/** The client book of an unlocked account: the read model for lists, the client's own file for everything in it. */
import type { AccountClients } from '#api/engine.ts'
import type { LeavingClients } from '#api/leaving-clients.ts'
import type { EngineError } from '#api/errors.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { editFromMutation } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import { listActivity } from '../log/list-activity.ts'
import { noteVisit, sinceLastVisit } from './client-visits.ts'
import { countClients } from '../portfolio/count-clients.ts'
import { countOverrides } from '../portfolio/count-overrides.ts'
import { findClientRow } from '../portfolio/find-client.ts'
import { listClients } from '../portfolio/list-clients.ts'
import { findNamesakes } from '../portfolio/find-namesakes.ts'
import { listClientGroups } from '../portfolio/list-client-groups.ts'
import { listFilterValues } from '../portfolio/list-filter-values.ts'
import { listContacts } from '../tenant/list-contacts.ts'
import { readClient } from '../tenant/read-client.ts'
import { listTrash } from '../tenant/list-trash.ts'
import type { AccountParts } from './account-parts.ts'
import { createTenants } from './create-tenants.ts'
import { exportClients } from './export-clients.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import { canImportClients, importClients } from './import-clients.ts'
import type { JobBoard } from '../jobs/job-board.ts'
import { commitTenantEdit, readTenant } from './tenant-access.ts'
import type { TenantHandles } from './tenant-handles.ts'
import type { UndoStack } from './undo-stack.ts'

export type AccountClientsOptions = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly undo: UndoStack
  readonly batches: OneAtATime
  readonly jobs: JobBoard
}

export const createAccountClients = ({
  parts,
  handles,
  undo,
  batches,
  jobs,
}: AccountClientsOptions): Omit<AccountClients, keyof LeavingClients> => {
  const { database } = parts.portfolio
  const get = (clientId: string) => findClientRow(database, clientId)

  const read = <Value>(clientId: string, work: (log: Log) => Value): Result<Value, EngineError> =>
    readTenant(handles, clientId, work)
  return {
    list: (query) => listClients(database, query),
    counts: () => countClients(database),
    groups: (query) => listClientGroups(database, query),
    filterValues: () => listFilterValues(database),
    overrideCounts: () => countOverrides(database),
    get,
    find: (idOrName) => findClientRow(database, idOrName),
    namesakes: (name) => findNamesakes(database, name),
    async add(client) {
      const edit = editFromMutation('client.create', client, parts.actor())
      if (!edit.ok) return edit
      const tenantId = parts.ports.random.id()
      const created = await batches.run(() => createTenants(parts, [{ tenantId, edits: [edit.value] }]))
      return created.ok ? get(tenantId) : created
    },
    async edit(clientId, name, input) {
      const edit = editFromMutation(name, input, parts.actor())
      if (!edit.ok) return edit
      const outcome = await commitTenantEdit(handles, clientId, () => edit.value)
      if (!outcome.ok) return outcome
      undo.recordEdit(clientId, outcome.value)
      return ok({ changes: outcome.value.changes, at: outcome.value.at })
    },
    getProfile: (clientId) => read(clientId, readClient),
    listContacts: (clientId) => read(clientId, listContacts),
    listTrash: (clientId) => read(clientId, listTrash),
    sinceLastVisit: (clientId) => read(clientId, (log) => sinceLastVisit(database, clientId, log)),
    noteVisit: (clientId) =>
      read(clientId, (log) =>
        noteVisit(database, clientId, { log, at: new Date(parts.ports.clock.now()).toISOString() }),
      ),
    listActivity: (clientId, query) => read(clientId, (log) => listActivity(log.database, query)),
    startImport(file) {
      const allowed = canImportClients(parts.actor())
      if (!allowed.ok) return allowed
      return ok(jobs.start('importClients', (control) => batches.run(() => importClients(parts, file, control))))
    },
    exportTable: async (wanted) =>
      can(parts.actor().role, { action: 'client.export' })
        ? ok(await exportClients(database, wanted))
        : err({ type: 'NotPermitted', role: parts.actor().role, what: 'client.export' }),
  }
}
