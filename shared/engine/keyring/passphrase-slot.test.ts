import { randomBytes, scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { expectError, expectOk, fastCost, realRandom } from '#testing/keyring-account.ts'
import {
  checkNewPassphrase,
  defaultScryptCost,
  isCostAllowed,
  openPassphraseSlot,
  sealPassphraseSlot,
} from './passphrase-slot.ts'
import { unwrapKey } from './wrap-key.ts'

const seal = (accountKey: Buffer, passphrase: string) =>
  sealPassphraseSlot({ accountKey, accountId: 'a', passphrase, cost: fastCost, random: realRandom })

test('[KEY-10] the account key is wrapped under plain scrypt of passphrase and salt', async () => {
  const accountKey = randomBytes(32)
  const slot = await seal(accountKey, 'correct horse')
  const salt = Buffer.from(slot.salt, 'base64url')
  const under = scryptSync('correct horse', salt, 32, fastCost)
  expect(salt).toHaveLength(16)
  expect(unwrapKey(slot.wrapped, { under, accountId: 'a', purpose: 'passphrase-slot' })).toEqual(accountKey)
  expect(defaultScryptCost).toEqual({ N: 131_072, r: 8, p: 1 })
})

test('[KEY-10] two slots of one passphrase share neither salt nor wrapped key', async () => {
  const accountKey = randomBytes(32)
  const [first, second] = [await seal(accountKey, 'correct horse'), await seal(accountKey, 'correct horse')]
  expect(first.salt).not.toBe(second.salt)
  expect(first.wrapped).not.toBe(second.wrapped)
})

test('[KEY-10] a slot opens in its own account only', async () => {
  const accountKey = randomBytes(32)
  const slot = await seal(accountKey, 'correct horse')
  expect(await openPassphraseSlot(slot, 'a', 'correct horse')).toEqual(accountKey)
  expect(await openPassphraseSlot(slot, 'b', 'correct horse')).toBeUndefined()
})

test('[KEY-11] costs within the bounds are allowed and no others', () => {
  for (const N of [2 ** 14, 2 ** 17, 2 ** 20]) expect(isCostAllowed({ N, r: 8, p: 1 })).toBe(true)
  expect(isCostAllowed({ N: 2 ** 14, r: 8, p: 4 })).toBe(true)
  for (const N of [0, -1, 2 ** 13, 2 ** 21, 2 ** 14 + 1, 2 ** 15.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(isCostAllowed({ N, r: 8, p: 1 })).toBe(false)
  }
  for (const [r, p] of [
    [7, 1],
    [16, 1],
    [8, 0],
    [8, 5],
    [8, 1.5],
  ] as const) {
    expect(isCostAllowed({ N: 2 ** 14, r, p })).toBe(false)
  }
})

test('[KEY-12] the same passphrase in another Unicode form opens the slot', async () => {
  const accountKey = randomBytes(32)
  const slot = await seal(accountKey, 'Pa\u00dfw\u00f6rter \ufb01ne')
  expect(await openPassphraseSlot(slot, 'a', 'Pa\u00dfwo\u0308rter fine')).toEqual(accountKey)
  expect(await openPassphraseSlot(slot, 'a', 'Pasworter fine')).toBeUndefined()
})

test('[KEY-12] a new passphrase has at least twelve characters, counted as people count', () => {
  expect(expectError(checkNewPassphrase('12345678901'))).toEqual({ type: 'PassphraseTooShort', minimum: 12 })
  expect(expectError(checkNewPassphrase('🔑'.repeat(11)))).toMatchObject({ type: 'PassphraseTooShort' })
  expect(expectError(checkNewPassphrase('o\u0308'.repeat(11)))).toMatchObject({ type: 'PassphraseTooShort' })
  expect(expectOk(checkNewPassphrase('o\u0308'.repeat(12)))).toBeDefined()
  expect(expectOk(checkNewPassphrase('123456789012'))).toBe('123456789012')
})
