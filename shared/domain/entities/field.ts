/** Field types that an entity is declared with: the schema checks what people enter, the column is its place in the projection. */
import { z } from 'zod'

/** What a field may hold in a document. `null` means cleared by somebody; absent means never set. */
export type FieldValue = string | number | boolean | null

export type Field<Schema extends z.ZodType = z.ZodType> = {
  readonly schema: Schema
  readonly column: 'TEXT' | 'INTEGER' | 'REAL'
}

const field =
  <const Column extends Field['column']>(column: Column) =>
  <Schema extends z.ZodType>(schema: Schema): Field<Schema> => ({ schema, column })

const textField = field('TEXT')
const integerField = field('INTEGER')
const realField = field('REAL')

/** One line of text, trimmed, 1 to `max` characters. */
export const line = (max = 200) =>
  textField(z.string().trim().min(1).max(max).refine(isOneLine, 'Use one line of text.'))
/** Text over several lines. */
export const paragraph = (max = 4000) => textField(z.string().trim().min(1).max(max).refine(isPlain, 'Use plain text.'))
export const email = () => textField(z.email('Use an e-mail address such as name@example.com.').max(254))
export const webAddress = () => textField(z.string().trim().min(1).max(400).refine(isOneLine, 'Use one line of text.'))
export const timeZone = () =>
  textField(z.string().regex(/^(UTC|[A-Za-z]+(\/[A-Za-z0-9_+-]+)+)$/, 'Use a time zone such as Europe/Berlin.'))
export const currency = () => textField(z.string().regex(/^[A-Z]{3}$/, 'Use an ISO 4217 code such as EUR.'))
/** Whole number. */
export const count = (max = Number.MAX_SAFE_INTEGER, min = 0) => integerField(z.int().min(min).max(max))
/** 0 to 100, with at most two digits after the point. */
export const percent = () =>
  realField(z.number().min(0).max(100).refine(hasTwoDecimals, 'Use at most two digits after the point.'))
/** Integer in minor units (cents) of the currency that stands beside it. */
export const minorUnits = () => integerField(z.int().min(0))
/** A UTC instant, ISO 8601 with milliseconds. */
export const instant = () => textField(z.iso.datetime({ precision: 3 }))
/** A calendar date, YYYY-MM-DD. */
export const day = () => textField(z.iso.date())
/** Yes (1) or no (0): numbers, because that is what a row holds. */
export const flag = () => integerField(z.int().min(0).max(1))
/** A SHA-256 as 64 hexadecimal digits in lower case. */
export const sha256 = () => textField(z.string().regex(/^[0-9a-f]{64}$/, 'Use a SHA-256 in lower case.'))
/** The id of another record or of a member. */
export const reference = () => textField(z.uuid())
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => textField(z.enum(values))

/** Half a surrogate pair has no UTF-8 form: the file would hold another text than the one that was accepted. */
const isPlain = (text: string): boolean =>
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
const isOneLine = (text: string): boolean => isPlain(text) && !/[\t\n\r\u2028\u2029]/.test(text)
const hasTwoDecimals = (value: number): boolean => Number(value.toFixed(2)) === value
