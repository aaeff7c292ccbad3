/** How many of some moments have passed since something began to wait. */
import { useEffect, useState } from 'react'

/** `moments` in ms, rising; the same list every time. */
export const useElapsed = (moments: readonly number[]): number => {
  const [reached, setReached] = useState(0)
  useEffect(() => {
    const timers = moments.map((moment, index) => setTimeout(() => setReached(index + 1), moment))
    return () => timers.forEach(clearTimeout)
  }, [moments])
  return reached
}
