/** Re-encrypts an open file in place under another key. Whatever interrupts it, the file opens with the one key or the other. */
import { rekeyDatabase, type EncryptedDatabase } from './open-encrypted-database.ts'

/** With a rollback journal, because that is what makes the exchange of every page one transaction. No other connection may be open. */
export const rekeyInPlace = (database: EncryptedDatabase, newKey: Uint8Array): void => {
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.pragma('journal_mode = DELETE')
  rekeyDatabase(database, newKey)
  database.pragma('journal_mode = WAL')
}
