/**
 * Starts the engine in a child process of a plain Node, for a runtime whose Node is too old for the storage: then the
 * main process relays between the ports of the pages and the child.
 */
import { fork } from 'node:child_process'
import type { MessagePortMain } from 'electron'
import {
  isRelayed,
  type MessageFromEngine,
  type MessageToEngine,
  type RelayedMessage,
} from '#electron/engine-process/engine-messages.ts'
import type { EngineProcess } from './engine-process.ts'

type PagePort = { readonly port: MessagePortMain; readonly onClosed: () => void }

export const forkNodeProcess = (modulePath: string, nodePath: string): EngineProcess => {
  // The main process may have been started with options that the child's Node does not know.
  const child = fork(modulePath, [], { execPath: nodePath, execArgv: [], serialization: 'advanced' })
  const pages = new Map<number, PagePort>()
  let lastPort = 0

  const post = (message: MessageToEngine | RelayedMessage): void => {
    if (child.connected) child.send(message)
  }
  const closePage = (number: number): void => {
    const page = pages.get(number)
    pages.delete(number)
    page?.port.close()
    page?.onClosed()
  }
  const receive = (message: RelayedMessage): void => {
    if (message.type === 'portMessage') pages.get(message.port)?.port.postMessage(message.message)
    else if (message.type === 'portClosed') closePage(message.port)
  }
  child.on('message', (message: MessageFromEngine | RelayedMessage) => {
    if (isRelayed(message)) receive(message)
  })
  child.on('exit', () => {
    for (const number of [...pages.keys()]) closePage(number)
  })

  return {
    post,
    connect: (port, onClosed) => {
      const number = ++lastPort
      pages.set(number, { port, onClosed })
      post({ type: 'portOpened', port: number })
      port.on('message', ({ data }) => post({ type: 'portMessage', port: number, message: data as unknown }))
      port.on('close', () => {
        if (pages.delete(number)) post({ type: 'portClosed', port: number })
      })
      port.start()
    },
    onMessage: (listener) =>
      child.on('message', (message: MessageFromEngine | RelayedMessage) => {
        if (!isRelayed(message)) listener(message)
      }),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill('SIGKILL'),
  }
}
