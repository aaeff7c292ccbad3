/** Locks the account after some minutes without input in any window, and says so a minute before. */
import { useEffect, useEffectEvent, useState } from 'react'
import { idleTime } from './idle-time.ts'
import { useLock } from './use-lock.ts'

const channelName = 'securatlas.activity'
const input = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const tellEveryMs = 1000
const lookEveryMs = 1000

/** 0 minutes: never. The answer: seconds until the lock, in its last minute. */
export const useAutoLock = (minutes: number): number | undefined => {
  const [secondsLeft, setSecondsLeft] = useState<number>()
  const lock = useEffectEvent(useLock())
  useEffect(() => {
    if (minutes === 0) return undefined
    const channel = new BroadcastChannel(channelName)
    let lastUse = Date.now()
    let lastTold = 0
    /** By the clock of the machine: timers stand still while it sleeps. */
    const look = (): boolean => {
      const idle = idleTime(Date.now() - lastUse, minutes)
      setSecondsLeft(idle.state === 'warned' ? idle.secondsLeft : undefined)
      if (idle.state === 'over') lock()
      return idle.state !== 'over'
    }
    const noteUse = (): void => {
      lastUse = Date.now()
      setSecondsLeft(undefined)
    }
    const onInput = (): void => {
      // The first touch after a long sleep opens nothing.
      if (!look()) return
      noteUse()
      if (lastUse - lastTold < tellEveryMs) return
      lastTold = lastUse
      channel.postMessage('used')
    }
    channel.addEventListener('message', noteUse)
    for (const event of input) window.addEventListener(event, onInput, { capture: true, passive: true })
    const timer = setInterval(look, lookEveryMs)
    return () => {
      channel.close()
      for (const event of input) window.removeEventListener(event, onInput, { capture: true })
      clearInterval(timer)
    }
  }, [minutes])
  return secondsLeft
}
