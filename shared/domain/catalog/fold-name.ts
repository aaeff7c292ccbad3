/** When two names are the same name: compatibility forms, case and spacing aside. */

/** Upper case first, so that "ß" and "SS" meet; then lower case, which is what people expect to read in a log. */
export const foldName = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim()
