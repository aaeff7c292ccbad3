/** What a hand-over file says about itself, inside its encryption, before the files that it carries. */
import { z } from 'zod'
import { parseJsonObject } from '../keyring/ascii-json.ts'
import type { SealedReader, SealedWriter } from './sealed-file.ts'

const carriedFile = z.strictObject({
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Its own key, base64url of 32 bytes; whoever takes over re-encrypts under one of his. */
  key: z.string().regex(/^[\w-]{43}$/),
})

/** Unknown fields of later versions are left alone. */
const manifestSchema = z.object({
  tenantId: z.uuid(),
  name: z.string().min(1).max(400),
  /** Name of the practice that hands over. */
  from: z.string().min(1).max(400),
  createdAt: z.iso.datetime({ precision: 3 }),
  app: z.string().max(100),
  schemaVersion: z.int().min(1),
  counts: z.object({ activity: z.int(), contacts: z.int(), files: z.int() }),
  tenant: carriedFile,
  evidence: carriedFile.nullable(),
})
export type HandOverManifest = z.infer<typeof manifestSchema>
export type CarriedFile = z.infer<typeof carriedFile>

const largestManifest = 64 * 1024

export const writeManifest = async (writer: SealedWriter, manifest: HandOverManifest): Promise<void> => {
  const bytes = Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  await writer.write(Buffer.concat([length, bytes]))
}

/** Undefined when it is damaged. */
export const readManifest = async (reader: SealedReader): Promise<HandOverManifest | undefined> => {
  const length = (await reader.read(4))?.readUInt32BE()
  if (length === undefined || length > largestManifest) return undefined
  const text = (await reader.read(length))?.toString('utf8')
  const parsed = manifestSchema.safeParse(text === undefined ? undefined : parseJsonObject(text))
  return parsed.success ? parsed.data : undefined
}
