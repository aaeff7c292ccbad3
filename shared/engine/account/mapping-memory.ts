/** Remembers how the columns of a file were mapped, for the next file with the same headings; in `meta` of the portfolio. */
import { z } from 'zod'
import type { ImportMapping } from '#api/client-import.ts'
import { clientFields } from '#domain/catalog/client-columns.ts'
import { foldName } from '#domain/catalog/fold-name.ts'
import type { Log } from '../log/open-log.ts'

export type MappingMemory = {
  find(headings: readonly string[]): ImportMapping | undefined
  remember(headings: readonly string[], mapping: ImportMapping): void
}

const metaKey = 'importMappings'
const mostKept = 50

const storedSchema = z.array(
  z.object({
    headings: z.array(z.string()),
    /** By heading, so that the same columns in another order are known too. */
    fields: z.partialRecord(z.enum(clientFields), z.string()),
  }),
)
type Stored = z.infer<typeof storedSchema>[number]

export const createMappingMemory = ({ statements }: Log): MappingMemory => {
  const read = (): readonly Stored[] => {
    const text = statements.getMeta.get(metaKey)
    const parsed = storedSchema.safeParse(text === undefined ? [] : JSON.parse(text))
    // What another version wrote in another form is forgotten.
    return parsed.success ? parsed.data : []
  }
  return {
    find(headings) {
      const wanted = keyOf(headings)
      const known = read().find((stored) => keyOf(stored.headings) === wanted)
      if (known === undefined) return undefined
      const folded = headings.map(foldName)
      const entries = Object.entries(known.fields).map(([field, heading]) => [field, folded.indexOf(foldName(heading))])
      return Object.fromEntries(entries) as ImportMapping
    },
    remember(headings, mapping) {
      const fields = Object.fromEntries(
        Object.entries(mapping).flatMap(([field, column]) => {
          const heading = column === undefined ? undefined : headings[column]
          return heading === undefined ? [] : [[field, heading]]
        }),
      ) as Stored['fields']
      const others = read().filter((stored) => keyOf(stored.headings) !== keyOf(headings))
      statements.setMeta.run(metaKey, JSON.stringify([{ headings, fields }, ...others].slice(0, mostKept)))
    },
  }
}

const keyOf = (headings: readonly string[]): string => JSON.stringify(headings.map(foldName).toSorted())
