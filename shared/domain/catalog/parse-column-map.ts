/** The syntax of a column map as people type it: `name=Company,industry="Sector, main",employees=#4`. */
import { err, ok, type Result } from '#domain/result.ts'

export type ColumnMapEntry = { readonly field: string; readonly heading: string }

/** A heading may stand in double quotes (a quote inside is doubled); a comma then belongs to it. The error is in words. */
export const parseColumnMap = (map: string): Result<readonly ColumnMapEntry[], string> => {
  const entries: ColumnMapEntry[] = []
  for (const part of splitAtCommas(map)) {
    if (part.trim() === '') continue
    const equals = part.indexOf('=')
    const field = part.slice(0, Math.max(equals, 0)).trim()
    const heading = unquote(part.slice(equals + 1).trim())
    if (equals < 0 || field === '' || heading === undefined || heading === '') {
      return err(`The map cannot be read at "${part.trim()}": it wants field=heading, separated by commas.`)
    }
    entries.push({ field, heading })
  }
  return entries.length > 0 ? ok(entries) : err('The map is empty.')
}

/** Quotes count only where a heading begins, so that `size=Screen 15"` stays what it is. */
const splitAtCommas = (map: string): readonly string[] => {
  const parts = map.match(/(?:[^,=]*=\s*"(?:[^"]|"")*"\s*(?=,|$))|[^,]+/gu)
  return parts ?? []
}

const unquote = (heading: string): string | undefined => {
  if (!heading.startsWith('"')) return heading
  const inner = /^"((?:[^"]|"")*)"$/u.exec(heading)?.[1]
  return inner?.replaceAll('""', '"').trim()
}
