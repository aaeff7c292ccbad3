import { expect, test } from 'vitest'
import { idleTime } from './idle-time.ts'

const seconds = (count: number): number => count * 1000

test('[LOCK-2] the last minute is told in seconds, and at its end the account is locked', () => {
  expect(idleTime(0, 15)).toEqual({ state: 'used' })
  expect(idleTime(seconds(14 * 60) - 1, 15)).toEqual({ state: 'used' })
  expect(idleTime(seconds(14 * 60), 15)).toEqual({ state: 'warned', secondsLeft: 60 })
  expect(idleTime(seconds(15 * 60) - 1, 15)).toEqual({ state: 'warned', secondsLeft: 1 })
  expect(idleTime(seconds(15 * 60), 15)).toEqual({ state: 'over' })
})

test('[LOCK-2] a minute is warned of at its half', () => {
  expect(idleTime(seconds(29), 1)).toEqual({ state: 'used' })
  expect(idleTime(seconds(30), 1)).toEqual({ state: 'warned', secondsLeft: 30 })
})

test('[LOCK-3] a machine that slept for hours finds the time over', () => {
  expect(idleTime(seconds(8 * 3600), 480)).toEqual({ state: 'over' })
})
