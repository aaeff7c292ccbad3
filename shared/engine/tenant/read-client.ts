/** The client record of an open tenant file, with the fields that lists do without. */
import { clientEntity, type Client } from '#domain/entities/client.ts'
import { columnName } from '#domain/entities/entity.ts'
import type { Log } from '../log/open-log.ts'

export const readClient = (log: Log): Client =>
  (log.database.prepare(selectClient).get(log.spaceId) ?? { id: log.spaceId }) as Client

const clientColumns = Object.keys(clientEntity.fields).map((field) => `${columnName(field)} AS ${field}`)
const selectClient = `SELECT id, ${clientColumns.join(', ')} FROM client WHERE id = ?`
