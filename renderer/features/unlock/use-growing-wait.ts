/** A pause after wrong passphrases that grows with each: slow for somebody who guesses, short for a typing error. */
import { useEffect, useState } from 'react'

/** Wrong ones that cost nothing. */
const free = 2
const longest = 30

/** Seconds after the nth wrong one. */
export const waitAfter = (wrong: number): number => (wrong <= free ? 0 : Math.min(longest, 2 ** (wrong - free)))

export const useGrowingWait = () => {
  const [wrong, setWrong] = useState(0)
  const [left, setLeft] = useState(0)
  const isWaiting = left > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [isWaiting])
  return {
    wrong,
    /** Seconds; 0 when one may try. */
    left,
    countWrong: (): void => {
      setWrong(wrong + 1)
      setLeft(waitAfter(wrong + 1))
    },
  }
}
