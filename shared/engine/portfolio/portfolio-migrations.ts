/** The tables of the practice's own file: its log, its records, and the read model over all tenants. */
import { evidenceRowSchema } from '../evidence/evidence-row-table.ts'
import { logSchema } from '../log/log-schema.ts'
import { searchSchema } from '../search/search-schema.ts'
import type { Migration } from '../sqlite/migrations.ts'

const clientRowColumns = `
  id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, status TEXT NOT NULL, archived_at TEXT,
  external_id TEXT, industry TEXT, sub_industry TEXT, employees INTEGER, location TEXT, country TEXT, owner_id TEXT,
  next_audit_on TEXT, tags TEXT NOT NULL, score INTEGER, band TEXT NOT NULL, attention TEXT NOT NULL,
  attention_rank INTEGER NOT NULL, created_at TEXT, last_activity_at TEXT, file_state TEXT NOT NULL
`

export const portfolioMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
${logSchema}
CREATE TABLE practice (
  id TEXT PRIMARY KEY, name TEXT, contact_email TEXT, timezone TEXT, mode TEXT, currency TEXT, created_at TEXT
) WITHOUT ROWID;
CREATE TABLE member (
  id TEXT PRIMARY KEY, name TEXT, email TEXT, role TEXT, created_at TEXT, deleted_at TEXT
) WITHOUT ROWID;

-- Tenants of this device. A batch that is still being created is undone at the next start.
CREATE TABLE tenant (
  id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('creating', 'live')),
  device TEXT, device_seq INTEGER, file_size INTEGER, file_changed_at REAL
) WITHOUT ROWID;

-- Tenants whose row may be behind their file.
CREATE TABLE dirty_tenant (id TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE client_row (${clientRowColumns}) WITHOUT ROWID;
CREATE INDEX client_row_by_name ON client_row (name_key, id);
-- Rows of a batch of new clients, until all their files are safe.
CREATE TABLE client_row_staged (${clientRowColumns}) WITHOUT ROWID;
`,
  },
  {
    version: 2,
    sql: `
ALTER TABLE practice ADD COLUMN logo TEXT;
ALTER TABLE practice ADD COLUMN score_bands TEXT;
ALTER TABLE practice ADD COLUMN evidence_validity_days INTEGER;
ALTER TABLE practice ADD COLUMN evidence_warning_days INTEGER;
ALTER TABLE practice ADD COLUMN review_cadence_months INTEGER;
ALTER TABLE practice ADD COLUMN risk_appetite TEXT;
ALTER TABLE practice ADD COLUMN tolerated_loss_percent REAL;

ALTER TABLE client_row ADD COLUMN overrides TEXT NOT NULL DEFAULT '[]';
ALTER TABLE client_row_staged ADD COLUMN overrides TEXT NOT NULL DEFAULT '[]';
-- What a client decides for itself stands in its own file: every row is worked out again at this start.
INSERT OR IGNORE INTO dirty_tenant (id) SELECT id FROM tenant WHERE state = 'live';
`,
  },
  { version: 3, sql: searchSchema },
  {
    version: 4,
    sql: 'CREATE TABLE deleted_client (id TEXT PRIMARY KEY, destroyed_at TEXT) WITHOUT ROWID;',
  },
  {
    version: 5,
    sql: `
-- Backups that this device made, and which clients each holds, as ids with a space between.
CREATE TABLE backup (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, made_at TEXT NOT NULL, bytes INTEGER NOT NULL,
  client_count INTEGER NOT NULL, client_ids TEXT NOT NULL, troubled INTEGER NOT NULL, scheduled INTEGER NOT NULL
) STRICT;
`,
  },
  {
    version: 6,
    sql: ['client_row', 'client_row_staged']
      .map(
        (table) => `
-- Share of the applicable controls that evidence covers, 0 to 100, and a year's loss in minor units: null while unknown.
ALTER TABLE ${table} ADD COLUMN coverage REAL;
ALTER TABLE ${table} ADD COLUMN exposure_low INTEGER;
ALTER TABLE ${table} ADD COLUMN exposure_mean INTEGER;
ALTER TABLE ${table} ADD COLUMN exposure_high INTEGER;
`,
      )
      .join(''),
  },
  { version: 7, sql: evidenceRowSchema },
  {
    version: 8,
    sql: `
-- How far each device's activity in a client went when somebody last looked at it here.
CREATE TABLE client_visit (client_id TEXT PRIMARY KEY, at TEXT NOT NULL, heads TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER visited_client_gone AFTER DELETE ON client_row BEGIN
  DELETE FROM client_visit WHERE client_id = OLD.id;
END;
`,
  },
  {
    version: 9,
    sql: `
-- Changes of many clients, imports among them: on their way, or done and still to be undone. 'running' at a start: the
-- engine died on the way, and what it did is taken back.
CREATE TABLE change_set (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, what TEXT NOT NULL, begun_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undoing'))
) STRICT;
-- Whom it may have changed, noted before; whom it made, with the head of the file then.
CREATE TABLE change_set_client (
  change_set TEXT NOT NULL REFERENCES change_set (id) ON DELETE CASCADE, client TEXT NOT NULL,
  made_device TEXT, made_seq INTEGER, PRIMARY KEY (change_set, client)
) STRICT, WITHOUT ROWID;
`,
  },
]
