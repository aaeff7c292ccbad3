import { expect, test } from 'vitest'
import { printKeys } from './print-keys.ts'

test.for([
  ['Mod+K', 'Ctrl K', '⌘ K'],
  ['Mod+Shift+Z', 'Ctrl Shift Z', '⌘ ⇧ Z'],
  ['Alt+ArrowLeft', 'Alt ←', '⌥ ←'],
  ['Mod++', 'Ctrl +', '⌘ +'],
  ['Mod+,', 'Ctrl ,', '⌘ ,'],
  ['Escape', 'Esc', 'Esc'],
  ['?', '?', '?'],
] as const)('[UI-53] %s is printed %s, on a Mac %s', ([chord, other, mac]) => {
  expect(printKeys(chord, false)).toBe(other)
  expect(printKeys(chord, true)).toBe(mac)
})
