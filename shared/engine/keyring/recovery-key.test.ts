import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectError, expectOk } from '#testing/keyring-account.ts'
import { formatRecoveryKey, parseRecoveryKey } from './recovery-key.ts'

const someSecret = fc.uint8Array({ minLength: 25, maxLength: 25 })
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('[KEY-14] a recovery key is nine groups of five and gives back its 25 bytes', () => {
  fc.assert(
    fc.property(someSecret, (secret) => {
      const key = formatRecoveryKey(secret)
      expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){8}$/)
      expect(expectOk(parseRecoveryKey(key))).toEqual(Buffer.from(secret))
    }),
  )
})

test('[KEY-15] lower case, other gaps and look-alikes are forgiven', () => {
  const typings = [
    (key: string) => key.toLowerCase(),
    (key: string) => key.replaceAll('-', ''),
    (key: string) => ` ${key.replaceAll('-', ' – ')}\n`,
    (key: string) => key.replaceAll('0', 'o').replaceAll('1', 'l'),
    (key: string) => key.replaceAll('0', 'O').replaceAll('1', 'I'),
  ]
  fc.assert(
    fc.property(someSecret, fc.constantFrom(...typings), (secret, type) => {
      expect(expectOk(parseRecoveryKey(type(formatRecoveryKey(secret))))).toEqual(Buffer.from(secret))
    }),
  )
})

test('[KEY-16] any one character typed wrong is a typing error', () => {
  const key = formatRecoveryKey(randomBytes(25))
  for (const [index, right] of [...key].entries()) {
    if (right === '-') continue
    for (const wrong of [...digits.split(''), 'U', '*', '']) {
      if (wrong === right) continue
      const typed = key.slice(0, index) + wrong + key.slice(index + 1)
      expect(expectError(parseRecoveryKey(typed))).toEqual({ type: 'RecoveryKeyMistyped' })
    }
  }
})

test('[KEY-16] two neighbours swapped are a typing error', () => {
  const characters = formatRecoveryKey(randomBytes(25)).replaceAll('-', '')
  for (let index = 0; index + 1 < characters.length; index++) {
    const [left = '', right = ''] = characters.slice(index, index + 2)
    if (left === right) continue
    const typed = characters.slice(0, index) + right + left + characters.slice(index + 2)
    expect(expectError(parseRecoveryKey(typed))).toEqual({ type: 'RecoveryKeyMistyped' })
  }
})

test('[KEY-16] something that is no recovery key at all is a typing error', () => {
  for (const typed of ['', '-', 'hunter2', `${formatRecoveryKey(randomBytes(25))}0`, '🗝️'.repeat(45)]) {
    expect(expectError(parseRecoveryKey(typed))).toEqual({ type: 'RecoveryKeyMistyped' })
  }
})
