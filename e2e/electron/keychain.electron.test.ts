import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endApp, hasKeychain, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'
import { addClient, clientNames, createAccount, createAccountWithKeychain, mutate, query } from './use-fixture.ts'

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  app = await launchApp(home)
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

describe('the keychain', () => {
  test('[SHELL-50] opens an account that was made without a passphrase', async ({ skip }) => {
    if (!hasKeychain) skip('no keychain answers here')
    expect(await createAccountWithKeychain(app)).toBeUndefined()
    await addClient(app, 'Pentair')
    await app.quit()
    app = await launchApp(home)
    const [account] = (await query(app, 'accounts.list')) as readonly { readonly id: string }[]
    await mutate(app, 'accounts.unlock', { accountId: account?.id, secret: { keychain: true } })
    expect(await clientNames(app)).toEqual(['Pentair'])
  })

  test('[SHELL-51] is not missed where a passphrase is given, and asked for where none is', async ({ skip }) => {
    if (hasKeychain) skip('a keychain answers here')
    expect(await createAccountWithKeychain(app)).toBe('PassphraseNeeded')
    await createAccount(app)
    await addClient(app, 'Pentair')
    expect(await clientNames(app)).toEqual(['Pentair'])
  })
})
