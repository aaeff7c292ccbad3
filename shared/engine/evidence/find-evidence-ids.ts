/** Full-text search over titles, tags, notes, sources and file names of a client's evidence. */
import { foldText } from '#domain/search/fuzzy-match.ts'
import type { Log } from '../log/open-log.ts'

/** Every word of the text begins a word of the evidence, in any order, case and accents aside. */
export const findEvidenceIds = ({ database }: Log, text: string): ReadonlySet<string> | undefined => {
  const words =
    foldText(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, mostWords) ?? []
  if (words.length === 0) return undefined
  const match = words.map((word) => `"${word}" *`).join(' AND ')
  return new Set(database.prepare(selectIds).pluck().all(match) as readonly string[])
}

const mostWords = 10
const selectIds = `
SELECT evidence_text.evidence_id FROM evidence_words JOIN evidence_text ON evidence_text.id = evidence_words.rowid
WHERE evidence_words MATCH ?`
