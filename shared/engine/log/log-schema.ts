/** Tables of the append-only log: the same in a tenant file and in the practice's portfolio file. */
export const logSchema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Yjs updates in local order; the sequence counts per document.
CREATE TABLE doc_update (
  document TEXT NOT NULL, seq INTEGER NOT NULL, epoch INTEGER NOT NULL, device TEXT NOT NULL, payload BLOB NOT NULL,
  PRIMARY KEY (document, seq)
) WITHOUT ROWID;

-- The state that the updates up to through_seq add up to; those updates are gone.
CREATE TABLE doc_snapshot (
  document TEXT PRIMARY KEY, epoch INTEGER NOT NULL, through_seq INTEGER NOT NULL, state BLOB NOT NULL
) WITHOUT ROWID;

-- Updates that no server has acknowledged. Sequence 0: compacted, send the difference by state vector.
CREATE TABLE outbox (document TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (document, seq)) WITHOUT ROWID;

-- Clustered by device and sequence, so that no secondary index is written on the edit path.
CREATE TABLE activity (
  device TEXT NOT NULL, device_seq INTEGER NOT NULL, edit INTEGER NOT NULL, at TEXT NOT NULL, server_at TEXT,
  member TEXT NOT NULL, mutation TEXT NOT NULL, document TEXT NOT NULL, entity TEXT NOT NULL, record TEXT NOT NULL,
  field TEXT NOT NULL, value_from TEXT NOT NULL, value_to TEXT NOT NULL, base TEXT, hash BLOB NOT NULL,
  PRIMARY KEY (device, device_seq)
) WITHOUT ROWID;
`

/** The log's tables and what they are for, for the doctor and for tests that compare two files. */
export const logTables = ['meta', 'doc_update', 'doc_snapshot', 'outbox', 'activity'] as const
