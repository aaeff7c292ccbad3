/** What lies where in an export of everything, and the words that explain it inside the archive. */
import { z } from 'zod'
import { columnName, type EntityDefinition } from '#domain/entities/entity.ts'
import { practiceEntities, tenantEntities } from '#domain/entities/entity-registry.ts'

export const exportVersion = 1
export const exportFormat = 'securatlas-export'
export const manifestPath = 'manifest.json'
export const readmePath = 'README.txt'
export const practiceFolder = 'practice'
export const clientFolder = (clientId: string): string => `clients/${clientId}`
export const documentsPath = (folder: string): string => `${folder}/documents.jsonl`
export const activityPath = (folder: string): string => `${folder}/activity.jsonl`
export const filesPath = (folder: string): string => `${folder}/files.jsonl`
export const filePath = (folder: string, sha256: string): string => `${folder}/files/${sha256}`
export const entityPath = (folder: string, { name }: EntityDefinition): string => `${folder}/${name}.jsonl`

const listed = z.strictObject({ path: z.string().max(400), bytes: z.int().min(0), sha256: z.string().length(64) })
export type ListedFile = z.infer<typeof listed>

export const manifestSchema = z.object({
  format: z.literal(exportFormat),
  version: z.int().min(1),
  app: z.string().max(100),
  at: z.iso.datetime({ precision: 3 }),
  account: z.uuid(),
  /** The member who made the export: who imports it acts as this one. */
  member: z.uuid(),
  clients: z.array(z.uuid()),
  /** Clients whose file was damaged or missing: nothing of them is in here. */
  leftOut: z.array(z.uuid()),
  files: z.array(listed),
})
export type ExportManifest = z.infer<typeof manifestSchema>

/** Records as the lines of `<entity>.jsonl` have them: a field that was never set is left out. */
const recordSchema = (entity: EntityDefinition): Record<string, unknown> => {
  const fields = Object.entries(entity.fields).map(
    ([name, { schema }]) => [name, schema.nullable().optional()] as const,
  )
  const shape = z.object({ id: z.string(), ...Object.fromEntries(fields) })
  return { ...z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }), title: entity.name }
}

export const activitySchema = z.object({
  device: z.string(),
  deviceSeq: z.int().min(1),
  edit: z.int().min(1),
  at: z.string(),
  serverAt: z.string().nullable(),
  member: z.string(),
  mutation: z.string(),
  document: z.string(),
  entity: z.string(),
  record: z.string(),
  field: z.string(),
  from: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  base: z.string().nullable(),
  hash: z.string().length(64),
})
export type ExportedActivity = z.infer<typeof activitySchema>

export const documentSchema = z.object({
  name: z.string().min(1).max(200),
  epoch: z.int().min(1),
  sequence: z.int().min(0),
  /** A state update of Yjs 13, base64. */
  state: z.base64(),
})
export type ExportedDocument = z.infer<typeof documentSchema>

export const fileSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
  chunks: z.int().min(0),
  mediaType: z.string().nullable(),
  addedAt: z.string(),
})

export const schemas = (): ReadonlyMap<string, unknown> =>
  new Map([
    ...[...practiceEntities, ...tenantEntities].map((entity) => [entity.name, recordSchema(entity)] as const),
    ['activity', z.toJSONSchema(activitySchema)],
    ['document', z.toJSONSchema(documentSchema)],
    ['file', z.toJSONSchema(fileSchema)],
    ['manifest', z.toJSONSchema(manifestSchema)],
  ])

/** `{field}` of a line for each column of the projection. */
export const selectRecords = ({ table, fields }: EntityDefinition): string =>
  `SELECT id, ${Object.keys(fields)
    .map((field) => `${columnName(field)} AS ${field}`)
    .join(', ')} FROM ${table} ORDER BY id`

export const readme = `This archive is NOT encrypted. Whoever has it can read everything in it.

It holds a whole account of SecurAtlas Desktop in open formats. "import all" makes the same account from it, with the
same ids, in an empty data folder. Without the app, everything can be read with any program that knows JSON.

practice/                  the practice: its records, documents and history
clients/<id>/              one client each
  <entity>.jsonl           records, one JSON object a line, as they are now; what each holds says schemas/<entity>.schema.json
  activity.jsonl           every change: who, when, on which device, from what to what. Each line's hash is the SHA-256 of
                           the hash before it on that device together with the line's own values
  documents.jsonl          the documents that the records are worked out from: states of Yjs 13, base64
  files.jsonl              evidence files: hash, size, type, when they were added
  files/<sha256>           the evidence files as they were added, without their names
schemas/                   a JSON schema (draft 2020-12) for each kind of line
manifest.json              every file of this archive with its size and SHA-256
`
