/** The address of our own page, and what counts as it. */

export const pageScheme = 'app'
const pageHost = 'main'
export const pageAddress = `${pageScheme}://${pageHost}/`

/** Its scheme is unknown to Node, for which `new URL(…).origin` is the word "null": scheme and host are compared. */
export const isOwnPage = (address: string): boolean => {
  const url = parseAddress(address)
  return url?.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '' && url.password === ''
}

/** For people: the rest of an address may hold what somebody typed. */
export const siteOf = (address: string): string => {
  const url = parseAddress(address)
  return url === undefined ? 'an address that is none' : `${url.protocol}//${url.host}`
}

const parseAddress = (address: string): URL | undefined => {
  try {
    return new URL(address)
  } catch {
    // URL.canParse is younger than the oldest runtime.
    return undefined
  }
}
