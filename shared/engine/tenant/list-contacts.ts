/** The contacts of a client that are not in the trash, by name. */
import type { Contact } from '#domain/entities/client.ts'
import type { Log } from '../log/open-log.ts'

export const listContacts = (log: Log): readonly Contact[] =>
  log.database
    .prepare(
      `SELECT id, name, title, email, phone, created_at AS createdAt, deleted_at AS deletedAt
       FROM contact WHERE deleted_at IS NULL ORDER BY name, id`,
    )
    .all() as readonly Contact[]
