import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base32ToBytes, bytesToBase32, readTypedBase32 } from './crockford-base32.ts'

const someBytes = fc.uint8Array({ maxLength: 60 })

test('[KEY-14] base32 gives back any bytes, with five bits a digit', () => {
  fc.assert(
    fc.property(someBytes, (bytes) => {
      const text = bytesToBase32(bytes)
      expect(text).toHaveLength(Math.ceil((bytes.length * 8) / 5))
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/)
      expect(base32ToBytes(text)).toEqual(Buffer.from(bytes))
    }),
  )
})

test('[KEY-14] base32 of known bytes is what the format says', () => {
  expect(bytesToBase32(Buffer.from('foobar'))).toBe('CSQPYRK1E8')
  expect(bytesToBase32(Buffer.from([255]))).toBe('ZW')
})

test('[KEY-14] base32 has one spelling for each value', () => {
  expect(base32ToBytes('ZX')).toBeUndefined()
  expect(base32ToBytes('ZWU')).toBeUndefined()
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')) }), (text) => {
      const bytes = base32ToBytes(text)
      expect(bytes === undefined ? undefined : bytesToBase32(bytes)).toBe(bytes === undefined ? undefined : text)
    }),
  )
})

test('[KEY-15] typed digits are read in any case, with O, I and L, spaces and dashes of any kind', () => {
  expect(readTypedBase32(' o0il1-abc–def \u2212\u00a0z\n')).toBe('00111ABCDEFZ')
})
