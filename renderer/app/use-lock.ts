/** Locks the account, and forgets what this page remembers of it. */
import { setPanel } from '../features/clients/clients-view.ts'
import { useRpc } from '../rpc/rpc-context.tsx'
import { forgetOpenClients } from '../state/sidebar.ts'

export const useLock = (): (() => void) => {
  const rpc = useRpc()
  return () => {
    forgetOpenClients()
    setPanel(undefined)
    void rpc.accounts.lock.mutate()
  }
}
