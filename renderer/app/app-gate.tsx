/** Decides what is on the screen: opening, first run, unlock, or the portal of the open account. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { forgetUnsavedDrafts } from '../components/fields/unsaved-drafts.ts'
import { rememberAccount } from '../rpc/connection.ts'
import { useConnection, useRpc } from '../rpc/rpc-context.tsx'
import { useLiveEvents } from '../rpc/use-live-events.ts'
import { EngineGone } from './engine-gone.tsx'
import { leaveAccount } from './leave-account.ts'
import { lateScreen } from './late-screen.tsx'
import { loadPortal } from './load-portal.ts'
import { Opening } from './opening.tsx'

const FirstRun = lateScreen(() => import('../features/first-run/first-run.tsx').then(({ FirstRun: screen }) => screen))
const Unlock = lateScreen(() => import('../features/unlock/unlock.tsx').then(({ Unlock: screen }) => screen))
const Portal = lateScreen(() => loadPortal().then(({ Portal: screen }) => screen))

export const AppGate = () =>
  useConnection().phase === 'connecting' ? (
    <Opening />
  ) : (
    <>
      <Session />
      <EngineGone />
    </>
  )

const Session = () => {
  const rpc = useRpc()
  const queries = useQueryClient()
  const draftsOf = useRef<string>(undefined)
  const [entered, setEntered] = useState<string>()
  const [isFirstRun, setFirstRun] = useState(false)
  const { data: health } = useQuery({ queryKey: ['health'], queryFn: () => rpc.health.query() })
  const open = health?.accounts.find(({ state }) => state === 'open')
  const isOpen = health?.accounts.some(({ id, state }) => id === entered && state === 'open') ?? true
  const account = isOpen ? entered : undefined
  const openId = open?.id
  useLiveEvents(account)

  const enter = (accountId: string): void => {
    rememberAccount(accountId)
    setEntered(accountId)
    setFirstRun(false)
  }
  useEffect(() => rememberAccount(account), [account])
  useEffect(() => {
    if (account === undefined) return undefined
    if (draftsOf.current !== account) forgetUnsavedDrafts()
    draftsOf.current = account
    return () => leaveAccount(queries)
  }, [account, queries])
  useEffect(() => {
    if (account !== undefined || isFirstRun || openId === undefined) return
    void rpc.accounts.use.mutate({ accountId: openId }).then(
      () => setEntered(openId),
      () => undefined, // locked again meanwhile: the engine says so, and the health is asked for anew
    )
  }, [account, isFirstRun, openId, rpc])

  if (health === undefined) return <Opening />
  const isNew = isFirstRun || health.accounts.length === 0
  return (
    <>
      {account !== undefined ? (
        <Portal key={account} />
      ) : isNew ? (
        <FirstRun
          keychain={health.keychain ?? undefined}
          onBegin={() => setFirstRun(true)}
          onDone={enter}
          onLeave={health.accounts.length > 0 ? () => setFirstRun(false) : undefined}
        />
      ) : open !== undefined ? (
        <Opening />
      ) : (
        <Unlock
          accounts={health.accounts}
          dataDir={health.dataDir}
          hasKeychain={health.keychain !== null}
          onUnlocked={enter}
          onCreate={() => setFirstRun(true)}
        />
      )}
    </>
  )
}
