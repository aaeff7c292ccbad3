/** The few DevTools calls that steer our own window, over a pipe that no other process can reach. */
import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

export type ChromiumPipe = {
  /** Rejects when the browser refuses the call or ends. */
  call(method: string, params: object, sessionId?: string): Promise<Readonly<Record<string, unknown>>>
}

/** What spawn needs: the browser reads from 3 and writes to 4. It ends by itself when the pipe does. */
export const pipeStdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const

type Reply = { readonly id?: number; readonly result?: Readonly<Record<string, unknown>>; readonly error?: unknown }
type Waiting = {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void
  readonly reject: (cause: Error) => void
}

export const chromiumPipe = (browser: ChildProcess): ChromiumPipe => {
  const toBrowser = browser.stdio[3] as Writable
  const fromBrowser = browser.stdio[4] as Readable
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let unread = ''

  const receive = (message: string): void => {
    const { id = 0, result, error } = JSON.parse(message) as Reply
    const call = waiting.get(id)
    waiting.delete(id)
    if (result === undefined) call?.reject(new Error(`the browser refused: ${JSON.stringify(error)}`))
    else call?.resolve(result)
  }
  let hasEnded = false
  const fail = (): void => {
    hasEnded = true
    for (const call of waiting.values()) call.reject(ended())
    waiting.clear()
  }
  fromBrowser.setEncoding('utf8')
  fromBrowser.on('data', (text: string) => {
    const messages = (unread + text).split('\0')
    unread = messages.pop() ?? ''
    messages.forEach(receive)
  })
  toBrowser.on('error', fail)
  fromBrowser.on('error', fail)
  browser.on('exit', fail)

  return {
    call: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        if (hasEnded) {
          reject(ended())
          return
        }
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      }),
  }
}

const ended = (): Error => new Error('the browser ended')
