/** An engine without storage for Electron's utility process: it serves a toy router over the product's own link. */
import { servePort } from '#api/rpc/serve-port.ts'
import { utilityParent, type UtilityParentPort } from '#electron/engine-process/utility-parent.ts'
import { formatToyError, toyRouter } from '#testing/toy-router.ts'
import { EventEmitter } from 'node:events'

const { parentPort } = process as unknown as { readonly parentPort: UtilityParentPort }
const parent = utilityParent(parentPort)
const events = new EventEmitter()

parent.listen({
  onMessage: ({ type }) => {
    if (type === 'start') parent.post({ type: 'ready' })
    else if (type === 'close') process.exit(0)
  },
  onPort: (port) =>
    servePort({ port, router: toyRouter, createContext: () => ({ events, notes: [] }), formatError: formatToyError }),
  onGone: () => process.exit(0),
})
