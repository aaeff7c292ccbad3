/** How a structured message becomes one WebSocket frame: MessagePack, or JSON for a page that has no bundler. */
import { decode, encode, type ExtensionCodecType } from '@msgpack/msgpack'

export type FrameCodec = {
  /** Throws for a value that would arrive as something else. */
  encode(message: unknown): string | Uint8Array
  /** Throws for a frame that this codec did not write. */
  decode(frame: Uint8Array, isBinary: boolean): unknown
}

/** No extension types at all: without this a Date would need one, and a Map or a Set would arrive as an empty object. */
const noExtensions: ExtensionCodecType<undefined> = {
  tryToEncode: (value) => {
    if (value instanceof Date || value instanceof Map || value instanceof Set) {
      throw new Error(`a ${value.constructor.name} cannot be sent`)
    }
    return null
  },
  decode: (_data, type) => {
    throw new Error(`unknown extension type ${String(type)}`)
  },
}

/** The decoder reserves room for what a length prefix claims, before it reads the items. */
const mostItems = 1_000_000

export const messagePackCodec: FrameCodec = {
  encode: (message) => encode(message, { extensionCodec: noExtensions, ignoreUndefined: true }),
  decode: (frame, isBinary) => {
    if (!isBinary) throw new Error('a text frame on a binary connection')
    const maxItems = Math.min(frame.byteLength, mostItems)
    return decode(frame, { extensionCodec: noExtensions, maxArrayLength: maxItems, maxMapLength: maxItems })
  },
}

/** Bytes cannot travel in it. */
export const jsonCodec: FrameCodec = {
  encode: (message) => JSON.stringify(message, refuseBytes),
  decode: (frame, isBinary) => {
    if (isBinary) throw new Error('a binary frame on a text connection')
    return JSON.parse(new TextDecoder().decode(frame)) as unknown
  },
}

const refuseBytes = (_key: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) throw new Error('bytes cannot be sent as JSON')
  return value
}
