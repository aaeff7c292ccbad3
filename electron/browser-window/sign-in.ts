/** Who may use the window: the holder of the printed one-time token, then of the cookie it was traded for. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export type SignIn = {
  readonly token: string
  /** Looks at a token without using it up. */
  isToken(token: string): boolean
  /** The Set-Cookie value, once, for the right token. */
  redeem(token: string): string | undefined
  isSignedIn(cookieHeader: string | undefined): boolean
}

/** Only hashes are kept. The cookie's name holds the port, because browsers share cookies between ports. */
export const createSignIn = (port: number): SignIn => {
  const token = randomBytes(24).toString('base64url')
  const cookieName = `securatlas-${String(port)}`
  let tokenHash: Buffer | undefined = sha256(token)
  let sessionHash: Buffer | undefined

  const isToken = (candidate: string): boolean => isSame(tokenHash, candidate)
  return {
    token,
    isToken,
    redeem: (candidate) => {
      if (!isToken(candidate)) return undefined
      tokenHash = undefined
      const session = randomBytes(32).toString('base64url')
      sessionHash = sha256(session)
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
    isSignedIn: (cookieHeader = '') =>
      cookieHeader.split(';').some((cookie) => {
        const [name, value] = cookie.trim().split('=')
        return name === cookieName && value !== undefined && isSame(sessionHash, value)
      }),
  }
}

const isSame = (hash: Buffer | undefined, secret: string): boolean =>
  hash !== undefined && timingSafeEqual(hash, sha256(secret))

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
