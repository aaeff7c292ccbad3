/** How a structured message becomes one WebSocket frame: MessagePack without extensions. */
import { decode, encode, type ExtensionCodecType } from '@msgpack/msgpack'

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

/** Throws for a value that would arrive as something else. */
export const encodeFrame = (message: unknown): Uint8Array<ArrayBuffer> =>
  encode(message, { extensionCodec: noExtensions, ignoreUndefined: true })

/** Throws for a frame that `encodeFrame` did not write. */
export const decodeFrame = (frame: Uint8Array): unknown => {
  const maxItems = Math.min(frame.byteLength, mostItems)
  return decode(frame, { extensionCodec: noExtensions, maxArrayLength: maxItems, maxMapLength: maxItems })
}
