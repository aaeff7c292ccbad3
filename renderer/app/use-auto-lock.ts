/** Locks the account after some minutes without a key press or a click. */
import { useIdle } from '@mantine/hooks'
import { useEffect } from 'react'
import { useRpc } from '../rpc/rpc-context.tsx'
import { forgetOpenClients } from '../state/sidebar.ts'

const millisecondsPerMinute = 60_000
/** Longer than any session. */
const never = 2 ** 31 - 1

/** 0 minutes: never. */
export const useAutoLock = (minutes: number): void => {
  const rpc = useRpc()
  const isIdle = useIdle(minutes === 0 ? never : minutes * millisecondsPerMinute, { initialState: false })
  useEffect(() => {
    if (!isIdle || minutes === 0) return
    forgetOpenClients()
    void rpc.accounts.lock.mutate()
  }, [isIdle, minutes, rpc])
}
