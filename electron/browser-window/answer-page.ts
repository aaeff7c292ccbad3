/** Answers the page's address: trades the token for the cookie, shows the page to its holder and refuses everyone else. */
import type { IncomingMessage } from 'node:http'
import type { Answer } from './answer.ts'
import type { PageSource } from './page/page-source.ts'
import { pageSize, renderMessagePage, renderPage } from './page/render-page.ts'
import type { SignIn } from './sign-in.ts'

export type PageSite = {
  readonly source: PageSource
  readonly signIn: SignIn
  /** Told what the page does not show. */
  readonly report: (error: unknown) => void
}

export type PageRequest = {
  readonly request: IncomingMessage
  readonly query: URLSearchParams
}

export const answerPage = async (
  { source, signIn, report }: PageSite,
  { request, query }: PageRequest,
): Promise<Answer> => {
  const token = query.get('token') ?? ''
  const isSignedIn = signIn.isSignedIn(request.headers.cookie)
  // A preview or a check of the link must not use up the token, nor be given the cookie.
  if (request.method === 'HEAD') return isSignedIn || signIn.isToken(token) ? page(200, '') : notSignedIn()
  const cookie = isSignedIn ? undefined : signIn.redeem(token)
  if (!isSignedIn && cookie === undefined) return notSignedIn()
  const answer = await showPage({ source, report }, query.get('offset') ?? '')
  return cookie === undefined ? answer : { ...answer, headers: { 'Set-Cookie': cookie } }
}

const showPage = async ({ source, report }: Omit<PageSite, 'signIn'>, offset: string): Promise<Answer> => {
  try {
    const health = await source.health()
    return page(200, renderPage({ health, ...(await listPage(source, /^\d{1,9}$/.test(offset) ? Number(offset) : 0)) }))
  } catch (error) {
    report(error)
    return page(500, failureWords)
  }
}

const failureWords = renderMessagePage({
  heading: 'The clients cannot be shown',
  sentences: [
    'Everything that was saved is safe.',
    'Reload the page. If this happens again, run "doctor" on the command line.',
  ],
  isLive: true,
})

/** The last page where the list has become shorter than the one asked for. */
const listPage = async (source: PageSource, offset: number) => {
  const clients = await source.listClients({ offset, limit: pageSize })
  if (clients.items.length > 0 || offset === 0 || clients.total === 0) return { clients, offset }
  const last = Math.floor((clients.total - 1) / pageSize) * pageSize
  return { clients: await source.listClients({ offset: last, limit: pageSize }), offset: last }
}

const notSignedInWords = renderMessagePage({
  heading: 'Not signed in',
  sentences: [
    'This page is only for the person who started the program. Everything in it is saved and encrypted.',
    'Open the address that the program printed when it started. It works once: if it was used already, go on in the ' +
      'window that it opened, or start the program again for a new address.',
  ],
  isLive: false,
})

const notSignedIn = (): Answer => page(401, notSignedInWords)

const page = (status: Answer['status'], body: string): Answer => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body,
})
