/** The least that protects a keyring which somebody carries away. Older, shorter passphrases still open theirs. */
export const minimumPassphraseLength = 12

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** As people count: an accent that is typed apart is none of its own, and an emoji of several parts is one. */
export const countPassphraseCharacters = (passphrase: string): number =>
  [...characters.segment(passphrase.normalize('NFKC'))].length
