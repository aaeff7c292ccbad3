/** How far a passphrase holds, judged by its length alone: what matters is that it is long. */

import { countPassphraseCharacters, minimumPassphraseLength } from '#domain/catalog/passphrase-length.ts'

export type PassphraseStrength = 'tooShort' | 'fair' | 'good' | 'strong'

export const strengthOf = (passphrase: string): PassphraseStrength => {
  const length = countPassphraseCharacters(passphrase)
  if (length < minimumPassphraseLength) return 'tooShort'
  if (length < 16) return 'fair'
  return length < 24 ? 'good' : 'strong'
}

export const strengthSteps: Readonly<Record<PassphraseStrength, number>> = { tooShort: 1, fair: 2, good: 3, strong: 4 }
