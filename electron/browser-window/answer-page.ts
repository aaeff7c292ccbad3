/** Answers the page's address: trades the token for the cookie, shows the page to its holder and refuses everyone else. */
import type { IncomingMessage } from 'node:http'
import type { Answer } from './answer.ts'
import { notSignedInPage } from './message-page.ts'
import type { SignIn } from './sign-in.ts'
import type { StaticFile } from './static-files.ts'

export type PageSite = {
  readonly page: StaticFile
  readonly signIn: SignIn
}

export type PageRequest = {
  readonly request: IncomingMessage
  readonly query: URLSearchParams
}

export const answerPage = ({ page, signIn }: PageSite, { request, query }: PageRequest): Answer => {
  const token = query.get('token') ?? ''
  if (signIn.isSignedIn(request.headers.cookie)) return { status: 200, ...page }
  // A preview or a check of the link must not use up the token, nor be given the cookie.
  if (request.method === 'HEAD') return signIn.isToken(token) ? { status: 200, ...page } : notSignedIn()
  const cookie = signIn.redeem(token)
  return cookie === undefined ? notSignedIn() : { status: 200, ...page, headers: { 'Set-Cookie': cookie } }
}

const notSignedIn = (): Answer => ({ status: 401, contentType: 'text/html; charset=utf-8', body: notSignedInPage() })
