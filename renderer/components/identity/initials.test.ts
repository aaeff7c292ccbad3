import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.for([
  ['Bio-Techne', 'BT'],
  ['Camden Property Trust', 'CT'],
  ['Pentair', 'PE'],
  ['3M', '3M'],
  ['élan vital', 'ÉV'],
  ['東京電力', '東京'],
  ['مصرف لبنان', 'مل'],
  ['🦊 Fox', '🦊F'],
  ['x', 'X'],
  ['  ', '–'],
  ['...', '–'],
] as const)('[UI-60] %s is abbreviated to %s', ([name, initials]) => {
  expect(initialsOf(name)).toBe(initials)
})
