import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { realRandom } from '#testing/keyring-account.ts'
import { accountKeysOf, unwrapKey, wrapKey } from './wrap-key.ts'

const under = randomBytes(32)
const context = { under, accountId: 'account', purpose: 'file-key', file: 'tenants/a.sqlite' } as const

test('[KEY-30] a wrapped key opens where it was meant to and nowhere else', () => {
  const key = randomBytes(32)
  const wrapped = wrapKey(key, context, realRandom)
  expect(unwrapKey(wrapped, context)).toEqual(key)
  expect(unwrapKey(wrapped, { ...context, accountId: 'other' })).toBeUndefined()
  expect(unwrapKey(wrapped, { ...context, file: 'tenants/b.sqlite' })).toBeUndefined()
  expect(unwrapKey(wrapped, { ...context, purpose: 'next-file-key' })).toBeUndefined()
  expect(unwrapKey(wrapped, { ...context, under: randomBytes(32) })).toBeUndefined()
})

test('[KEY-30] names that run into each other are still different places', () => {
  const wrapped = wrapKey(randomBytes(32), { ...context, accountId: 'a","file-key","b' }, realRandom)
  expect(unwrapKey(wrapped, { ...context, accountId: 'a', file: 'b' })).toBeUndefined()
})

test('[KEY-30] a nonce is never the same twice', () => {
  const key = randomBytes(32)
  const nonces = Array.from({ length: 200 }, () => wrapKey(key, context, realRandom).slice(0, 16))
  expect(new Set(nonces).size).toBe(200)
})

test('[KEY-47] no changed character of a wrapped key opens', () => {
  const wrapped = wrapKey(randomBytes(32), context, realRandom)
  for (let index = 0; index < wrapped.length; index++) {
    const other = wrapped[index] === 'A' ? 'B' : 'A'
    expect(unwrapKey(wrapped.slice(0, index) + other + wrapped.slice(index + 1), context)).toBeUndefined()
  }
  for (const text of ['', wrapped.slice(0, 79), `${wrapped}AAAA`, ` ${wrapped}`, `${wrapped}=`]) {
    expect(unwrapKey(text, context)).toBeUndefined()
  }
})

test('[KEY-40] the key of the header, the key of the files and the account key are three', () => {
  const { account, files, header } = accountKeysOf(randomBytes(32))
  expect(new Set([account, files, header].map((key) => key.toString('hex'))).size).toBe(3)
  expect([files.length, header.length]).toEqual([32, 32])
})
