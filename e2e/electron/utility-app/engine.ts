/** An engine without storage for Electron's utility process: it serves a toy router over the product's own link. */
import { servePort } from '#api/rpc/serve-port.ts'
import { utilityParent, type UtilityParentPort } from '#electron/engine-process/utility-parent.ts'
import { formatToyError, toyRouter } from '#testing/toy-router.ts'
import { EventEmitter } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'

const { parentPort } = process as unknown as { readonly parentPort: UtilityParentPort }
const parent = utilityParent(parentPort)
const events = new EventEmitter()
let dataDir = ''

/** Takes its time, as one with much to save does, and leaves a note of having come to the end. */
const close = async (): Promise<void> => {
  await sleep(500)
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'closed'), '')
  process.exit(0)
}

parent.listen({
  onMessage: (message) => {
    if (message.type === 'close') void close()
    if (message.type !== 'start') return
    dataDir = message.start.dataDir
    parent.post({ type: 'ready' })
  },
  onPort: (port) =>
    servePort({ port, router: toyRouter, createContext: () => ({ events, notes: [] }), formatError: formatToyError }),
  onGone: () => process.exit(1),
})
