/** How far a passphrase holds, judged by its length alone: what matters is that it is long. */

export type PassphraseStrength = 'tooShort' | 'fair' | 'good' | 'strong'

const minimalPassphrase = 12

/** By characters as people count them, so that one emoji is one. */
export const strengthOf = (passphrase: string): PassphraseStrength => {
  const length = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(passphrase)].length
  if (length < minimalPassphrase) return 'tooShort'
  if (length < 16) return 'fair'
  return length < 24 ? 'good' : 'strong'
}

export const strengthSteps: Readonly<Record<PassphraseStrength, number>> = { tooShort: 1, fair: 2, good: 3, strong: 4 }
