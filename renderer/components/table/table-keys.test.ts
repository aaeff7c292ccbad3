import { expect, test } from 'vitest'
import { actionOfKey, type PressedKey } from './table-keys.ts'

const press = (key: string, held: Partial<PressedKey> = {}, letters = true) =>
  actionOfKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, { letters })

test.for([
  ['j', 'next'],
  ['ArrowDown', 'next'],
  ['k', 'previous'],
  ['ArrowUp', 'previous'],
  ['PageDown', 'pageDown'],
  ['PageUp', 'pageUp'],
  ['Home', 'first'],
  ['End', 'last'],
] as const)('[UI-21] %s moves the cursor: %s', ([key, move]) => {
  expect(press(key)).toEqual({ type: 'Move', move, extend: false })
})

test('[UI-21] Enter opens, with Ctrl or Command in a window of its own', () => {
  expect(press('Enter')).toEqual({ type: 'Open', newWindow: false })
  expect(press('Enter', { ctrlKey: true })).toEqual({ type: 'Open', newWindow: true })
  expect(press('Enter', { metaKey: true })).toEqual({ type: 'Open', newWindow: true })
})

test('[UI-22] Space, Shift and the arrows, Ctrl A and Esc are for the selection', () => {
  expect(press(' ')).toEqual({ type: 'Toggle', range: false })
  expect(press(' ', { shiftKey: true })).toEqual({ type: 'Toggle', range: true })
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ type: 'Move', move: 'next', extend: true })
  expect(press('a', { ctrlKey: true })).toEqual({ type: 'SelectAll' })
  expect(press('Escape')).toEqual({ type: 'Clear' })
})

test('[UI-24] single letters can be turned off, and mean nothing with another key held', () => {
  expect(press('j', {}, false)).toBeUndefined()
  expect(press('ArrowDown', {}, false)).toEqual({ type: 'Move', move: 'next', extend: false })
  expect(press('j', { shiftKey: true })).toBeUndefined()
  expect(press('k', { ctrlKey: true })).toBeUndefined()
  expect(press('ArrowLeft', { altKey: true })).toBeUndefined()
  expect(press('n')).toBeUndefined()
})
