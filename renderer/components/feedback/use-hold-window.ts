/** While a job runs, a window that is closed asks once: the job ends with the program. */
import { useEffect } from 'react'

export const useHoldWindow = (isRunning: boolean): void => {
  useEffect(() => {
    if (!isRunning) return undefined
    const hold = (event: BeforeUnloadEvent): void => {
      event.preventDefault()
      // oxlint-disable-next-line no-deprecated -- Chromium before 119 asks for this alone.
      event.returnValue = true
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isRunning])
}
