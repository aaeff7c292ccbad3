/** The least that protects a keyring which somebody carries away. Older, shorter passphrases still open theirs. */
export const minimumPassphraseLength = 12

/** An accent that is typed apart, and a character outside the common plane, is one with what it belongs to. */
export const countPassphraseCharacters = (passphrase: string): number => [...passphrase.normalize('NFKC')].length
