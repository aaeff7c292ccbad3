/** Locks the account. What stands in a field is committed first, as whenever the field is left. */
import { useRpc } from '../rpc/rpc-context.tsx'

export const useLock = (): (() => void) => {
  const rpc = useRpc()
  return () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void rpc.accounts.lock.mutate().catch(() => undefined)
  }
}
