import { expect, test } from 'vitest'
import { commandIds, entryOf, type CommandId } from './command-catalog.ts'
import { createKeySequence, type KeySituation, type PressedKey } from './key-sequence.ts'

const plain: KeySituation = { offered: commandIds, letters: true, inField: false, isCovered: false }
const pressed = (chord: string): PressedKey => {
  const parts = chord.split(/\+(?=.)/)
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Mod'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    metaKey: false,
  }
}
const type = (keys: readonly string[], situation: Partial<KeySituation> = {}, pause = 0): CommandId | undefined => {
  let clock = 0
  const sequence = createKeySequence(() => (clock += pause))
  return keys.map((key) => sequence.press(pressed(key), { ...plain, ...situation })).at(-1)
}
const withKeys = commandIds.filter((id) => entryOf(id).keys !== undefined && entryOf(id).heardElsewhere !== true)

test('[FRAME-1] every key of the catalog runs its command, where it alone is offered', () => {
  for (const id of withKeys) expect([id, type(entryOf(id).keys ?? [], { offered: [id] })]).toEqual([id, id])
})

test('[FRAME-1] no two commands that can be offered together have one key', () => {
  const of = (ids: readonly CommandId[]) => ids.map((id) => entryOf(id).keys?.join(' '))
  for (const screen of ['clients', 'client']) {
    const keys = of(withKeys.filter((id) => ['go', 'everywhere', screen].includes(entryOf(id).group)))
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('[FRAME-2] in a text field only chords that a field has no use for are heard, and under a dialog the lock alone', () => {
  const heard = (situation: Partial<KeySituation>) =>
    withKeys.filter((id) => type(entryOf(id).keys ?? [], { offered: [id], ...situation }) === id)
  expect(heard({ isCovered: true })).toEqual(['lock'])
  expect(heard({ inField: true }).every((id) => entryOf(id).keys?.every((key) => /^(Mod|Alt)\+/.test(key)))).toBe(true)
  expect(heard({ inField: true })).not.toContain('undo')
})

test('[FRAME-3] single letters can be turned off; chords and Esc stay', () => {
  const heard = withKeys.filter((id) => type(entryOf(id).keys ?? [], { offered: [id], letters: false }) === id)
  expect(heard).toContain('palette')
  expect(heard).toContain('closePanel')
  expect(heard.flatMap((id) => entryOf(id).keys ?? []).filter((key) => key.length === 1)).toEqual([])
})

test('[FRAME-1] the second letter has to follow soon, and the first alone does nothing', () => {
  expect(type(['G', 'D'])).toBe('dashboard')
  expect(type(['G', 'D'], {}, 2000)).toBe(undefined)
  expect(type(['G', 'X', 'D'])).toBe(undefined)
  expect(type(['G'])).toBe(undefined)
  expect(type(['G', 'N'])).toBe('addClient')
})
