/** Crockford's base32: digits that people can read aloud and type. https://www.crockford.com/base32.html */

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five bits a digit, most significant first; the last digit is filled up with zero bits. */
export const bytesToBase32 = (bytes: Uint8Array): string => {
  let text = ''
  let pending = 0
  let pendingBits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    pendingBits += 8
    while (pendingBits >= 5) {
      pendingBits -= 5
      text += digits.charAt((pending >> pendingBits) & 31)
    }
    pending &= (1 << pendingBits) - 1
  }
  return pendingBits > 0 ? text + digits.charAt((pending << (5 - pendingBits)) & 31) : text
}

/** Takes canonical digits only (see `readTypedBase32`); undefined for any other character or a stray rest. */
export const base32ToBytes = (text: string): Buffer | undefined => {
  const bytes = Buffer.alloc(Math.floor((text.length * 5) / 8))
  let length = 0
  let pending = 0
  let pendingBits = 0
  for (const character of text) {
    const value = digits.indexOf(character)
    if (value < 0) return undefined
    pending = (pending << 5) | value
    pendingBits += 5
    if (pendingBits >= 8) {
      pendingBits -= 8
      bytes[length++] = pending >> pendingBits
      pending &= (1 << pendingBits) - 1
    }
  }
  return pendingBits < 5 && pending === 0 ? bytes : undefined
}

/** What a person typed, as canonical digits: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export const readTypedBase32 = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
