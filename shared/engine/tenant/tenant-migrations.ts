/** The tables of a tenant file, as forward steps. A step that has shipped is never changed. */
import { evidenceSchema } from '../evidence/evidence-schema.ts'
import { logSchema } from '../log/log-schema.ts'
import type { Migration } from '../sqlite/migrations.ts'

export const tenantMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
${logSchema}
CREATE TABLE client (
  id TEXT PRIMARY KEY, name TEXT, status TEXT, external_id TEXT, industry TEXT, sub_industry TEXT, employees INTEGER,
  location TEXT, country TEXT, website TEXT, timezone TEXT, currency TEXT, annual_revenue INTEGER, owner_id TEXT,
  next_audit_on TEXT, summary TEXT, created_at TEXT, archived_at TEXT
) WITHOUT ROWID;
CREATE TABLE contact (
  id TEXT PRIMARY KEY, name TEXT, title TEXT, email TEXT, phone TEXT, created_at TEXT, deleted_at TEXT
) WITHOUT ROWID;
CREATE TABLE client_tag (id TEXT PRIMARY KEY, label TEXT, created_at TEXT, deleted_at TEXT) WITHOUT ROWID;

-- Evidence bytes in the sibling file, by content.
CREATE TABLE file (
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, chunks INTEGER NOT NULL, media_type TEXT, added_at TEXT NOT NULL
) WITHOUT ROWID;
`,
  },
  {
    version: 2,
    sql: `
ALTER TABLE client ADD COLUMN it_revenue_percent REAL;
ALTER TABLE client ADD COLUMN records_held INTEGER;
ALTER TABLE client ADD COLUMN downtime_hour_cost INTEGER;
ALTER TABLE client ADD COLUMN insurance_limit INTEGER;
ALTER TABLE client ADD COLUMN insurance_retention INTEGER;
ALTER TABLE client ADD COLUMN insurance_expires_on TEXT;
ALTER TABLE client ADD COLUMN evidence_validity_days INTEGER;
ALTER TABLE client ADD COLUMN evidence_warning_days INTEGER;
ALTER TABLE client ADD COLUMN review_cadence_months INTEGER;
ALTER TABLE client ADD COLUMN risk_appetite TEXT;
ALTER TABLE client ADD COLUMN tolerated_loss_percent REAL;
`,
  },
  {
    version: 3,
    sql: `
CREATE TABLE note (
  id TEXT PRIMARY KEY, title TEXT, created_at TEXT, edited_at TEXT, edited_by TEXT, deleted_at TEXT,
  excerpt TEXT
) WITHOUT ROWID;
CREATE TABLE internal_note (
  id TEXT PRIMARY KEY, title TEXT, created_at TEXT, edited_at TEXT, edited_by TEXT, deleted_at TEXT,
  excerpt TEXT
) WITHOUT ROWID;
`,
  },
  {
    version: 4,
    sql: `
ALTER TABLE client ADD COLUMN handed_over_at TEXT;
ALTER TABLE client ADD COLUMN taken_over_at TEXT;
ALTER TABLE client ADD COLUMN taken_over_from TEXT;
`,
  },
  { version: 5, sql: evidenceSchema },
]
