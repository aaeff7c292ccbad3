import { expect, test } from 'vitest'
import { defaultPreferences, readPreferences } from './preferences.ts'

test('[FRAME-9] what another version stored is taken where it fits, and only the rest begins anew', () => {
  expect(readPreferences({ scheme: 'dark', density: 'enormous', later: true, autoLockMinutes: 5 })).toEqual({
    ...defaultPreferences,
    scheme: 'dark',
    autoLockMinutes: 5,
  })
  for (const stored of [undefined, null, 'text', []]) expect(readPreferences(stored)).toEqual(defaultPreferences)
})
