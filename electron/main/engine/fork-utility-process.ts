/** Starts the engine in Electron's utility process and hands it the ports of the pages: nothing passes through here. */
import { utilityProcess } from 'electron'
import type { MessageFromEngine } from '#electron/engine-process/engine-messages.ts'
import type { EngineProcess } from './engine-process.ts'

export const forkUtilityProcess = (modulePath: string): EngineProcess => {
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'SecurAtlas engine' })
  return {
    post: (message) => child.postMessage(message),
    connect: (port, onClosed) => {
      child.postMessage(undefined, [port])
      child.once('exit', onClosed)
    },
    onMessage: (listener) => child.on('message', (message: MessageFromEngine) => listener(message)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill(),
  }
}
