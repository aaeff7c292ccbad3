/**
 * The evidence of all clients in the portfolio's read model. The last valid day is a column that SQL works out, from the
 * client's own validity or the practice's: a change of the practice's moves every row by one statement of a trigger.
 */
import type { EvidenceRow } from '#domain/evidence/evidence-row.ts'
import { standardSettings } from '#domain/defaults/effective-setting.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

type Names = { readonly until: string; readonly to: string; readonly collected: string; readonly days: string }
const columns: Names = { until: 'valid_until', to: 'period_to', collected: 'collected_on', days: 'validity_days' }
const values: Names = { until: ':validUntil', to: ':periodTo', collected: ':collectedOn', days: ':validityDays' }

const lastValidOn = ({ until, to, collected, days }: Names): string => `coalesce(${until}, date(
    coalesce(${to}, ${collected}), '+' || coalesce(${days},
      (SELECT evidence_validity_days FROM practice LIMIT 1), ${String(standardSettings.evidenceValidityDays)}) || ' days'))`

export const evidenceRowSchema = `
CREATE TABLE evidence_row (
  client_id TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, title_key TEXT NOT NULL, owner_id TEXT,
  revision_id TEXT NOT NULL, status TEXT NOT NULL, file_name TEXT NOT NULL, media_type TEXT NOT NULL,
  size INTEGER NOT NULL, executable INTEGER NOT NULL, submitted_at TEXT, submitted_by TEXT, added_at TEXT,
  accepted INTEGER NOT NULL, period_from TEXT, period_to TEXT, collected_on TEXT, valid_until TEXT,
  validity_days INTEGER, control_ids TEXT NOT NULL, last_valid_on TEXT,
  PRIMARY KEY (client_id, id)
) WITHOUT ROWID;
CREATE INDEX evidence_row_by_status ON evidence_row (status, submitted_at, client_id, id);
CREATE INDEX evidence_row_by_end ON evidence_row (accepted, last_valid_on, client_id, id);
CREATE TRIGGER evidence_of_client_gone AFTER DELETE ON client_row BEGIN
  DELETE FROM evidence_row WHERE client_id = OLD.id;
END;
CREATE TRIGGER evidence_validity_set AFTER INSERT ON practice BEGIN
  UPDATE evidence_row SET last_valid_on = ${lastValidOn(columns)} WHERE validity_days IS NULL;
END;
CREATE TRIGGER evidence_validity_changed AFTER UPDATE OF evidence_validity_days ON practice
WHEN OLD.evidence_validity_days IS NOT NEW.evidence_validity_days BEGIN
  UPDATE evidence_row SET last_valid_on = ${lastValidOn(columns)} WHERE validity_days IS NULL;
END;
`

export type EvidenceRows = {
  /** Inside the caller's transaction, together with the client's row. */
  replace(clientId: string, rows: readonly EvidenceRow[]): void
  /** By id. */
  list(clientId: string): readonly EvidenceRow[]
  /** Of a client that never came to be. */
  forget(clientId: string): void
}

export const createEvidenceRows = (database: EncryptedDatabase): EvidenceRows => {
  const select = database.prepare(selectRows)
  const remove = database.prepare('DELETE FROM evidence_row WHERE client_id = ? AND id = ?')
  const upsert = database.prepare(upsertRow)
  const removeAll = database.prepare('DELETE FROM evidence_row WHERE client_id = ?')
  const list = (clientId: string): readonly EvidenceRow[] =>
    (select.all(clientId) as readonly StoredEvidenceRow[]).map(toEvidenceRow)
  return {
    replace(clientId, rows) {
      const stored = new Map(list(clientId).map((row) => [row.id, JSON.stringify(row)]))
      for (const row of rows) {
        if (stored.get(row.id) !== JSON.stringify(row)) upsert.run({ clientId, ...valuesOf(row) })
        stored.delete(row.id)
      }
      for (const id of stored.keys()) remove.run(clientId, id)
    },
    list,
    forget: (clientId) => void removeAll.run(clientId),
  }
}

/** Columns as lists read them, under the names of `EvidenceRow`. */
export const evidenceRowColumns = `
  evidence.id, title, evidence.owner_id AS ownerId, revision_id AS revisionId, evidence.status, file_name AS fileName,
  media_type AS mediaType, size, executable, submitted_at AS submittedAt, submitted_by AS submittedBy,
  added_at AS addedAt, accepted, period_from AS periodFrom, period_to AS periodTo, collected_on AS collectedOn,
  valid_until AS validUntil, validity_days AS validityDays, control_ids AS controlIds`

export type StoredEvidenceRow = Omit<EvidenceRow, 'isAccepted' | 'isExecutable' | 'controlIds'> & {
  readonly accepted: number
  readonly executable: number
  readonly controlIds: string
}

/** In the order of fields that rows from a client's file have, because they are compared as JSON. */
export const toEvidenceRow = (stored: StoredEvidenceRow): EvidenceRow => ({
  id: stored.id,
  title: stored.title,
  ownerId: stored.ownerId,
  revisionId: stored.revisionId,
  status: stored.status,
  fileName: stored.fileName,
  mediaType: stored.mediaType,
  size: stored.size,
  isExecutable: stored.executable === 1,
  submittedAt: stored.submittedAt,
  submittedBy: stored.submittedBy,
  addedAt: stored.addedAt,
  isAccepted: stored.accepted === 1,
  periodFrom: stored.periodFrom,
  periodTo: stored.periodTo,
  collectedOn: stored.collectedOn,
  validUntil: stored.validUntil,
  validityDays: stored.validityDays,
  controlIds: JSON.parse(stored.controlIds) as readonly string[],
})

const valuesOf = ({ isAccepted, isExecutable, controlIds, ...row }: EvidenceRow) => ({
  ...row,
  titleKey: row.title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase(),
  accepted: Number(isAccepted),
  executable: Number(isExecutable),
  controlIds: JSON.stringify(controlIds),
})

const selectRows = `SELECT ${evidenceRowColumns} FROM evidence_row AS evidence WHERE client_id = ? ORDER BY evidence.id`
const upsertRow = `
INSERT OR REPLACE INTO evidence_row (client_id, id, title, title_key, owner_id, revision_id, status, file_name, media_type,
  size, executable, submitted_at, submitted_by, added_at, accepted, period_from, period_to, collected_on, valid_until,
  validity_days, control_ids, last_valid_on)
VALUES (:clientId, :id, :title, :titleKey, :ownerId, :revisionId, :status, :fileName, :mediaType, :size, :executable,
  :submittedAt, :submittedBy, :addedAt, :accepted, :periodFrom, :periodTo, :collectedOn, :validUntil, :validityDays,
  :controlIds, ${lastValidOn(values)})`
