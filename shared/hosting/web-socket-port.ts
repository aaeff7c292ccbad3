/** A WebSocket of the ws library as a port for the RPC, with a limit on what a slow reader may pile up. */
import { createClosedState, type Port } from '#api/rpc/port.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { RawData, WebSocket } from 'ws'
import { closeCodes, closeSocket } from './close-sockets.ts'
import { decodeFrame, encodeFrame } from '#api/rpc/frame-codec.ts'

export type WebSocketPortOptions = {
  /** Bytes that may wait for a reader for longer than `graceMs`; eight times as many may never wait. */
  readonly maxBacklog?: number
  readonly graceMs?: number
}

const mebibyte = 1024 * 1024

/** For both ends of a socket. Compression only costs time on one machine. */
export const webSocketLimits = { maxPayload: 64 * mebibyte, perMessageDeflate: false } as const

/** Takes over the socket: what it sends that is no frame of ours closes it. */
export const webSocketPort = (socket: WebSocket, options: WebSocketPortOptions = {}): Port => {
  const state = createClosedState()
  const isKeepingUp = watchBacklog(socket, options)
  let listener: ((message: unknown) => void) | undefined

  socket.on('message', (data, isBinary) => {
    if (state.isClosed()) return
    const message = readFrame(data, isBinary)
    if (message.ok) {
      listener?.(message.value)
      return
    }
    closeSocket(socket, closeCodes.invalidData)
    state.markClosed()
  })
  // Without a listener one oversized frame would end the process; the socket closes itself after it.
  socket.on('error', () => socket.terminate())
  socket.on('close', state.markClosed)

  return {
    post: (message) => {
      if (!state.isClosed() && isKeepingUp()) socket.send(encodeFrame(message))
    },
    onMessage: (next) => {
      listener = next
    },
    onClose: state.onClose,
    close: () => {
      closeSocket(socket, closeCodes.normal)
      state.markClosed()
    },
  }
}

/** A reader that is merely busy gets `graceMs` to catch up; one that sleeps is cut off and connects again. */
const watchBacklog = (socket: WebSocket, options: WebSocketPortOptions): (() => boolean) => {
  const { maxBacklog = 8 * mebibyte, graceMs = 2000 } = options
  let grace: NodeJS.Timeout | undefined
  socket.on('close', () => clearTimeout(grace))
  return () => {
    if (socket.bufferedAmount <= maxBacklog) return true
    if (socket.bufferedAmount > maxBacklog * 8) {
      socket.terminate()
      return false
    }
    grace ??= setTimeout(() => {
      grace = undefined
      if (socket.bufferedAmount > maxBacklog) socket.terminate()
    }, graceMs)
    return true
  }
}

const readFrame = (data: RawData, isBinary: boolean): Result<unknown, 'InvalidFrame'> => {
  if (!isBinary) return err('InvalidFrame')
  try {
    return ok(decodeFrame(rawDataToBytes(data)))
  } catch {
    return err('InvalidFrame')
  }
}

const rawDataToBytes = (data: RawData): Uint8Array => {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
