/** What lists can be asked for: the same schemas check the RPC's input and type the engine. */
import { z } from 'zod'
import { defaultSettings } from '#domain/defaults/default-settings.ts'
import { clientStatuses, type ClientStatus } from '#domain/entities/client.ts'

export const clientSortKeys = [
  'id',
  'name',
  'status',
  'industry',
  'employees',
  'location',
  'country',
  'score',
  'attention',
  'nextAuditOn',
  'createdAt',
  'lastActivityAt',
  'coverage',
  'exposure',
] as const

export const clientStandings = ['highRisk', 'healthy'] as const
export const clientGroupKeys = ['owner', 'industry', 'status', 'band', 'attention'] as const

export const clientQuerySchema = z.strictObject({
  /** Part of the name or external id, case and accents aside. */
  search: z.string().trim().max(200).optional(),
  status: z.enum(clientStatuses).optional(),
  /** false: not archived (the default); true: archived only; 'any': both. */
  archived: z.union([z.boolean(), z.literal('any')]).optional(),
  industry: z.string().max(200).nullable().optional(),
  ownerId: z.uuid().nullable().optional(),
  tag: z.string().max(200).optional(),
  band: z.enum(['critical', 'high', 'moderate', 'low', 'unknown']).optional(),
  /** Those that the figures over the list count: a band of Critical or High, or Low without a reason for attention. */
  standing: z.enum(clientStandings).optional(),
  /** Clients that decide this setting for themselves. */
  overrides: z.enum(defaultSettings).optional(),
  /** Clients whose most urgent reason is in this tier. */
  attention: z.enum(['now', 'soon', 'watch', 'none']).optional(),
  /** Clients of one group stand together, in the order of `clients.groups`; inside it they are sorted. */
  groupBy: z.enum(clientGroupKeys).optional(),
  sort: z
    .array(z.strictObject({ by: z.enum(clientSortKeys), direction: z.enum(['asc', 'desc']) }))
    .max(4)
    .optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(10_000).optional(),
})
export type ClientQuery = z.infer<typeof clientQuerySchema>
export type ClientSortKey = (typeof clientSortKeys)[number]
export type ClientGroupKey = (typeof clientGroupKeys)[number]

export const clientGroupsSchema = clientQuerySchema
  .omit({ sort: true, offset: true, limit: true })
  .required({ groupBy: true })
export type ClientGroupsQuery = z.infer<typeof clientGroupsSchema>

/** Clients that have one value in common: an owner's id, an industry, a status, a band, or a tier of attention. */
export type ClientGroup = {
  /** Null for those who have none, which come last. */
  readonly value: string | null
  readonly count: number
  /** How many of them have a reason in the first tier. */
  readonly now: number
  /** Over those whose score is known; null where none is. */
  readonly averageScore: number | null
}

/** A client that bears a name already. */
export type Namesake = {
  readonly id: string
  readonly name: string
  readonly status: ClientStatus
  readonly archivedAt: string | null
}

export const activityQuerySchema = z.strictObject({
  entity: z.string().max(60).optional(),
  record: z.uuid().optional(),
  field: z.string().max(60).optional(),
  member: z.uuid().optional(),
  device: z.string().max(40).optional(),
  /** From the page before; none for the newest. */
  cursor: z.string().max(2000).optional(),
  limit: z.int().min(1).max(500).optional(),
})
export type ActivityQuery = z.infer<typeof activityQuerySchema>
