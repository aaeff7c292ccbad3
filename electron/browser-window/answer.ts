/** One answer of the window's server, with the headers that every answer has. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pageHeaders } from '#electron/page-headers.ts'

export type Answer = {
  readonly status: 200 | 401 | 403 | 404 | 405
  readonly contentType: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export const sendAnswer = (response: ServerResponse<IncomingMessage>, ownHost: string, answer: Answer): void => {
  response.writeHead(answer.status, {
    ...pageHeaders(`ws://${ownHost}`),
    'Content-Type': answer.contentType,
    ...answer.headers,
  })
  response.end(answer.body)
}
