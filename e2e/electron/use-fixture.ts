/** Calls the engine from inside the fixture page, over the page's own connection. */
import type { FixturePage } from './fixture-page/fixture-page.ts'
import type { LaneApp } from './launch-app.ts'

declare const fixture: FixturePage

export const query = (app: LaneApp, path: string, input?: unknown): Promise<unknown> =>
  app.page.evaluate(([name, value]) => fixture.query(name, value), [path, input] as const)

export const mutate = (app: LaneApp, path: string, input?: unknown): Promise<unknown> =>
  app.page.evaluate(([name, value]) => fixture.mutate(name, value), [path, input] as const)

/** The tag of the error that the call ends with; undefined when it succeeds. */
const tagOfMutation = (app: LaneApp, path: string, input?: unknown): Promise<string | undefined> =>
  app.page.evaluate(
    ([name, value]) =>
      fixture.mutate(name, value).then(
        () => undefined,
        (error: unknown) => (error as { readonly tag: string }).tag,
      ),
    [path, input] as const,
  )

/** Every phase of the page's connection since it was loaded. */
export const phasesOf = ({ page }: LaneApp): Promise<readonly string[]> => page.evaluate(() => [...fixture.phases])

const passphrase = 'correct horse battery staple'

const practice = {
  name: 'Harbor Security',
  contactEmail: 'ops@harbor.example',
  timezone: 'Europe/Vienna',
  mode: 'partner',
}

/** Creates an account and works in it. */
export const createAccount = async (app: LaneApp): Promise<string> => {
  const { accountId } = (await mutate(app, 'accounts.create', { practice, passphrase })) as { accountId: string }
  return accountId
}

export const createAccountWithKeychain = (app: LaneApp): Promise<string | undefined> =>
  tagOfMutation(app, 'accounts.create', { practice })

export const unlock = async (app: LaneApp): Promise<void> => {
  const [account] = (await query(app, 'accounts.list')) as readonly { readonly id: string }[]
  await mutate(app, 'accounts.unlock', { accountId: account?.id, secret: { passphrase } })
}

export const addClient = (app: LaneApp, name: string): Promise<unknown> =>
  mutate(app, 'clients.add', { name, status: 'client' })

export const clientNames = async (app: LaneApp): Promise<readonly string[]> => {
  const { items } = (await query(app, 'clients.list', {})) as { readonly items: readonly { readonly name: string }[] }
  return items.map(({ name }) => name)
}
