/** Locks the account. What stands in a field is committed first, as whenever the field is left. */
import { useRpc } from '../rpc/rpc-context.tsx'
import { settleBeforeLock } from '../state/before-lock.ts'

export const useLock = (): (() => void) => {
  const rpc = useRpc()
  return () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void settleBeforeLock().then(() => rpc.accounts.lock.mutate().catch(() => undefined))
  }
}
