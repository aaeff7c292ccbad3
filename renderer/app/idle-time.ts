/** How long an account may be left alone: when to warn, and when to lock. */

export type IdleTime =
  | { readonly state: 'used' }
  | { readonly state: 'warned'; readonly secondsLeft: number }
  | { readonly state: 'over' }

const minuteMs = 60_000
const longestWarningMs = minuteMs

/** `minutes` is more than 0. A short time is warned of at its half. */
export const idleTime = (idleMs: number, minutes: number): IdleTime => {
  const leftMs = minutes * minuteMs - idleMs
  if (leftMs <= 0) return { state: 'over' }
  const warningMs = Math.min(longestWarningMs, (minutes * minuteMs) / 2)
  return leftMs > warningMs ? { state: 'used' } : { state: 'warned', secondsLeft: Math.ceil(leftMs / 1000) }
}
