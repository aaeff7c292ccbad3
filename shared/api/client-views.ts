/** Views of the client list that somebody saved: filters, sort and columns under a name, for this account on this device. */
import { z } from 'zod'
import { clientGroupKeys, clientSortKeys, clientStandings } from './queries.ts'

const words = z.string().max(200)

const savedSearchSchema = z.strictObject({
  view: z.enum(['all', 'attention', 'prospects', 'archived']).optional(),
  attention: z.enum(['now', 'soon', 'watch', 'none']).optional(),
  band: z.enum(['critical', 'high', 'moderate', 'low', 'unknown']).optional(),
  industry: words.optional(),
  owner: z.string().max(60).optional(),
  tag: words.optional(),
  search: words.optional(),
  group: z.enum(clientGroupKeys).optional(),
  standing: z.enum(clientStandings).optional(),
})

const columnId = z.string().max(60)

export const clientViewSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(60),
  search: savedSearchSchema,
  sort: z.array(z.strictObject({ id: z.enum(clientSortKeys), direction: z.enum(['asc', 'desc']) })).max(4),
  layout: z.strictObject({
    widths: z.record(columnId, z.number().min(0).max(2000)),
    hidden: z.record(columnId, z.boolean()),
    order: z.array(columnId).max(60).optional(),
    density: z.enum(['compact', 'standard', 'comfortable']).optional(),
  }),
})
export type ClientView = z.infer<typeof clientViewSchema>
