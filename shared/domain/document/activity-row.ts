/** A row of a tenant's activity: who changed which field, when, on which device, from what to what. */
import type { FieldValue } from '../entities/field.ts'

export type ActivityRow = {
  readonly device: string
  /** 1, 2, 3 … per device and file, without gaps. */
  readonly deviceSeq: number
  /** First `deviceSeq` of the edit that this row belongs to. */
  readonly edit: number
  /** Device time, UTC, never earlier than the device's row before. */
  readonly at: string
  readonly member: string
  readonly mutation: string
  readonly document: string
  readonly entity: string
  readonly record: string
  readonly field: string
  readonly from: FieldValue
  readonly to: FieldValue
  /** Row that had set the field, as the author saw it; two rows with one base changed it without seeing each other. */
  readonly base: string | null
}

/** `<device>.<device sequence>`: how cells and `base` name a row. */
export const activityRowId = (device: string, deviceSeq: number): string => `${device}.${deviceSeq}`

/** The text that the hash chain covers: every field of the row in this fixed order, after the hash of the row before. */
export const chainText = (previousHash: string, row: ActivityRow): string =>
  JSON.stringify([
    previousHash,
    row.device,
    row.deviceSeq,
    row.edit,
    row.at,
    row.member,
    row.mutation,
    row.document,
    row.entity,
    row.record,
    row.field,
    row.from,
    row.to,
    row.base,
  ])

/** The hash "before" a device's first row in a file. */
export const chainStart = ''
