/** Locks the account after some minutes without a key press or a click. */
import { useIdle } from '@mantine/hooks'
import { useEffect } from 'react'
import { useLock } from './use-lock.ts'

const millisecondsPerMinute = 60_000
/** Longer than any session. */
const never = 2 ** 31 - 1

/** 0 minutes: never. */
export const useAutoLock = (minutes: number): void => {
  const lock = useLock()
  const isIdle = useIdle(minutes === 0 ? never : minutes * millisecondsPerMinute, { initialState: false })
  useEffect(() => {
    if (isIdle && minutes !== 0) lock()
    // Once for each time that the account is left alone, whatever else is drawn meanwhile.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isIdle, minutes])
}
