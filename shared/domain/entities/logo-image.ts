/**
 * A practice's logo: one PNG, small enough to travel in the practice's own document. The page makes it from whatever
 * picture was chosen; nothing but a PNG is ever taken, so no picture can carry a script.
 */
import { z } from 'zod'
import type { Field } from './field.ts'

/** Bytes of the PNG. */
export const largestLogo = 64 * 1024
/** Pixels of its longer side. */
const longestLogoSide = 512

export const logoImage = (): Field<z.ZodType<string>> => ({
  schema: z
    .base64()
    .max(Math.ceil(largestLogo / 3) * 4, `Use a PNG of at most ${largestLogo / 1024} KB.`)
    .refine(isSmallPng, `Use a PNG of at most ${longestLogoSide} x ${longestLogoSide} pixels.`),
  column: 'TEXT',
})

/** Signature, then a header chunk of 13 bytes that begins with width and height. */
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]

const isSmallPng = (text: string): boolean => {
  const head = decodeBase64(text.slice(0, 32))
  if (head === undefined || pngStart.some((byte, index) => head[index] !== byte)) return false
  return [16, 20].map((offset) => readNumber(head, offset)).every((side) => side >= 1 && side <= longestLogoSide)
}

const readNumber = (bytes: readonly number[], offset: number): number =>
  bytes.slice(offset, offset + 4).reduce((number, byte) => number * 256 + byte, 0)

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Of whole groups of four without padding; by hand, because the domain has no globals of a platform. */
const decodeBase64 = (text: string): readonly number[] | undefined => {
  const digits = [...text].map((letter) => alphabet.indexOf(letter))
  if (digits.length < 32 || digits.includes(-1)) return undefined
  const bytes: number[] = []
  for (let index = 0; index < digits.length; index += 4) {
    const group = digits.slice(index, index + 4).reduce((number, digit) => number * 64 + digit, 0)
    bytes.push((group >> 16) & 255, (group >> 8) & 255, group & 255)
  }
  return bytes
}
