/**
 * Evidence in a tenant file: its records, and the words of them for FTS5. Triggers keep the words, so whatever writes a
 * record (an edit, a merge, a rebuild, an import) writes them too. Every table and index costs each client a page of 4 KB,
 * and a client has few thousand rows at most: what one scan finds in a millisecond has no index.
 */
const refresh = (id: string): string => `
  DELETE FROM evidence_text WHERE evidence_id = ${id};
  INSERT INTO evidence_text (evidence_id, title, tags, note, files)
    SELECT id, coalesce(title, ''), coalesce(tags, ''), coalesce(note, '') || ' ' || coalesce(source, ''), coalesce(
      (SELECT group_concat(coalesce(file_name, '') || ' ' || coalesce(original_name, ''), ' ')
       FROM evidence_revision WHERE evidence_id = evidence.id), '')
    FROM evidence WHERE id = ${id};`

export const evidenceSchema = `
CREATE TABLE evidence (
  id TEXT PRIMARY KEY, title TEXT, source TEXT, note TEXT, tags TEXT, owner_id TEXT, period_from TEXT, period_to TEXT,
  collected_on TEXT, valid_until TEXT, never_in_packs INTEGER, created_at TEXT, created_by TEXT, deleted_at TEXT
) WITHOUT ROWID;
CREATE TABLE evidence_revision (
  id TEXT PRIMARY KEY, evidence_id TEXT, number INTEGER, sha256 TEXT, size INTEGER, file_name TEXT, original_name TEXT,
  media_type TEXT, executable INTEGER, added_at TEXT, added_by TEXT, submitted_at TEXT, submitted_by TEXT,
  submission INTEGER
) WITHOUT ROWID;
CREATE INDEX evidence_revision_of ON evidence_revision (evidence_id, number);
CREATE TABLE evidence_control (
  id TEXT PRIMARY KEY, evidence_id TEXT, control_id TEXT, linked_at TEXT, unlinked_at TEXT
) WITHOUT ROWID;
CREATE TABLE evidence_requirement (
  id TEXT PRIMARY KEY, evidence_id TEXT, library_id TEXT, requirement_id TEXT, linked_at TEXT, unlinked_at TEXT
) WITHOUT ROWID;
CREATE TABLE evidence_review (
  id TEXT PRIMARY KEY, evidence_id TEXT, revision_id TEXT, submission INTEGER, outcome TEXT, reason TEXT,
  decided_at TEXT, decided_by TEXT
) WITHOUT ROWID;

CREATE TABLE evidence_text (
  id INTEGER PRIMARY KEY, evidence_id TEXT NOT NULL UNIQUE, title TEXT, tags TEXT, note TEXT, files TEXT
);
CREATE VIRTUAL TABLE evidence_words USING fts5(
  title, tags, note, files, content='evidence_text', content_rowid='id', columnsize=0,
  tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO evidence_words (evidence_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER evidence_text_new AFTER INSERT ON evidence_text BEGIN
  INSERT INTO evidence_words (rowid, title, tags, note, files) VALUES (NEW.id, NEW.title, NEW.tags, NEW.note, NEW.files);
END;
CREATE TRIGGER evidence_text_gone AFTER DELETE ON evidence_text BEGIN
  INSERT INTO evidence_words (evidence_words, rowid, title, tags, note, files)
    VALUES ('delete', OLD.id, OLD.title, OLD.tags, OLD.note, OLD.files);
END;
CREATE TRIGGER evidence_new AFTER INSERT ON evidence BEGIN ${refresh('NEW.id')} END;
CREATE TRIGGER evidence_changed AFTER UPDATE OF title, tags, note, source ON evidence BEGIN ${refresh('NEW.id')} END;
CREATE TRIGGER evidence_gone AFTER DELETE ON evidence BEGIN DELETE FROM evidence_text WHERE evidence_id = OLD.id; END;
CREATE TRIGGER evidence_revision_new AFTER INSERT ON evidence_revision BEGIN ${refresh('NEW.evidence_id')} END;
CREATE TRIGGER evidence_revision_gone AFTER DELETE ON evidence_revision BEGIN ${refresh('OLD.evidence_id')} END;
`
