/** What test accounts are locked with, for programs that must not load a test framework. */
export const testPassphrase = 'correct horse battery staple'
/** The least that a keyring accepts. */
export const cheapScrypt = { N: 2 ** 14, r: 8, p: 1 } as const
