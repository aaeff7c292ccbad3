import { expect, test } from 'vitest'
import { createSignIn } from './sign-in.ts'

const cookieOf = (setCookie: string | undefined): string => setCookie?.split(';')[0] ?? ''

test('[HOST-20] trades the token once for a cookie that scripts and other sites cannot use', () => {
  const signIn = createSignIn(4000)
  expect(signIn.token).toMatch(/^[\w-]{32}$/)
  const setCookie = signIn.redeem(signIn.token)
  expect(setCookie).toMatch(/^securatlas-4000=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(signIn.isSignedIn(cookieOf(setCookie))).toBe(true)
  expect(signIn.redeem(signIn.token)).toBeUndefined()
  expect(signIn.isToken(signIn.token)).toBe(false)
  expect(signIn.isSignedIn(cookieOf(setCookie))).toBe(true)
})

test('[HOST-20] a look at the token does not use it up', () => {
  const signIn = createSignIn(4000)
  expect(signIn.isToken(signIn.token)).toBe(true)
  expect(signIn.redeem(signIn.token)).toBeDefined()
})

test.each(['', 'a', 'x'.repeat(32), 'x'.repeat(100_000), '\u0000', '😀'.repeat(16)])(
  '[HOST-20] refuses a wrong token and keeps the right one',
  (wrong) => {
    const signIn = createSignIn(4000)
    expect(signIn.redeem(wrong)).toBeUndefined()
    expect(signIn.redeem(signIn.token)).toBeDefined()
  },
)

test('[HOST-21] takes only its own cookie', () => {
  const signIn = createSignIn(4000)
  const unused = ['securatlas-4000=', 'securatlas-4000', 'securatlas-4000=undefined', `securatlas-4000=${signIn.token}`]
  for (const header of [undefined, '', ...unused]) expect(signIn.isSignedIn(header)).toBe(false)
  const cookie = cookieOf(signIn.redeem(signIn.token))
  const value = cookie.split('=')[1] ?? ''
  for (const header of [...unused, `securatlas-4001=${value}`, `${cookie}x`, cookie.slice(0, -1), value]) {
    expect(signIn.isSignedIn(header)).toBe(false)
  }
  expect(signIn.isSignedIn(`theme=dark; securatlas-4001=other;${cookie}; a=b`)).toBe(true)
})

test('[HOST-21] two starts share neither token nor cookie', () => {
  const first = createSignIn(4000)
  const second = createSignIn(4000)
  expect(first.token).not.toBe(second.token)
  const cookie = cookieOf(first.redeem(first.token))
  second.redeem(second.token)
  expect(second.isSignedIn(cookie)).toBe(false)
})
