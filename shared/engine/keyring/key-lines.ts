/**
 * One line of a keyring, one event: a file got a key, a next key is in the making, a key was destroyed. A CRC at its
 * end tells a damaged line when the keyring opens, long before the key in it is unwrapped; forgery is GCM's affair.
 */
import { crc32 } from 'node:zlib'
import { parseJsonObject, toAsciiJson } from './ascii-json.ts'

export type KeyEvent =
  | { readonly type: 'key'; readonly file: string; readonly wrapped: string }
  | { readonly type: 'next'; readonly file: string; readonly wrapped: string }
  | { readonly type: 'destroyed'; readonly file: string }

/** An event, the line that says it, and the unwrapped key where it is known. */
export type KeyRecord = { readonly event: KeyEvent; readonly line: string; readonly key?: Buffer | undefined }

export const recordOf = (event: KeyEvent, key?: Buffer): KeyRecord => ({ event, line: writeKeyLine(event), key })

export const writeKeyLine = (event: KeyEvent): string => {
  const body = toAsciiJson(bodyOf(event)).slice(0, -1)
  return body + checkOf(body)
}

/** Undefined for a line that is damaged, or that this version cannot understand. */
export const parseKeyLine = (line: string): KeyEvent | undefined => {
  if (checkOf(line.slice(0, -checkLength)) !== line.slice(-checkLength)) return undefined
  const json = parseJsonObject(line)
  const file = json?.['file']
  if (json === undefined || typeof file !== 'string' || file === '') return undefined
  if (typeof json['wrapped'] === 'string') return { type: 'key', file, wrapped: json['wrapped'] }
  if (typeof json['next'] === 'string') return { type: 'next', file, wrapped: json['next'] }
  return json['destroyed'] === true ? { type: 'destroyed', file } : undefined
}

/** The file that a damaged line seems to speak of, for a report; undefined when the name is part of the damage. */
export const fileNamedInDamage = (line: string): string | undefined => {
  const name = /"file":("(?:[^"\\]|\\.)*")/.exec(line)?.[1]
  const file = name === undefined ? undefined : parseJsonObject(`{"file":${name}}`)?.['file']
  return typeof file === 'string' ? file : undefined
}

const bodyOf = (event: KeyEvent): object => {
  if (event.type === 'key') return { file: event.file, wrapped: event.wrapped }
  if (event.type === 'next') return { file: event.file, next: event.wrapped }
  return { file: event.file, destroyed: true }
}

const checkOf = (body: string): string => `,"check":"${crc32(body).toString(16).padStart(8, '0')}"}`
const checkLength = checkOf('').length
