/** The central directory of a zip file (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.5.3). */

export type ZipEntry = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly encrypted: boolean
  readonly checksum: number
  readonly compressedSize: number
  readonly size: number
  /** Where its local header begins. */
  readonly headerAt: number
}

/** `undefined` when there is no whole directory, or an entry uses what spreadsheets never use. */
export const readZipDirectory = (bytes: Uint8Array): readonly ZipEntry[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findDirectoryEnd(bytes, view)
  if (end === undefined || end.count > mostEntries) return undefined
  const entries: ZipEntry[] = []
  let { at } = end
  for (let index = 0; index < end.count; index += 1) {
    const entry = readEntry(bytes, view, at)
    if (entry === undefined) return undefined
    entries.push(entry)
    at += entryBytes + entryTail(view, at)
  }
  return entries
}

/** A workbook has some dozens. */
const mostEntries = 10_000

const endBytes = 22
const longestComment = 0xffff
const in64 = 0xffffffff

type DirectoryEnd = { readonly at: number; readonly count: number }

const findDirectoryEnd = (bytes: Uint8Array, view: DataView): DirectoryEnd | undefined => {
  const lowest = Math.max(0, bytes.length - endBytes - longestComment)
  for (let at = bytes.length - endBytes; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    if (at + endBytes + view.getUint16(at + 20, true) !== bytes.length) continue
    const short = { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) }
    return short.count === 0xffff || short.at === in64 ? findDirectoryEnd64(view, at) : short
  }
  return undefined
}

const findDirectoryEnd64 = (view: DataView, end: number): DirectoryEnd | undefined => {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined
  const at = readUint64(view, locator + 8)
  if (at === undefined || at + 56 > locator || view.getUint32(at, true) !== 0x06064b50) return undefined
  const count = readUint64(view, at + 32)
  const start = readUint64(view, at + 48)
  return count === undefined || start === undefined ? undefined : { count, at: start }
}

const entryBytes = 46

const readEntry = (bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined => {
  if (at + entryBytes > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
  if (at + entryBytes + entryTail(view, at) > bytes.length) return undefined
  const method = methods.get(view.getUint16(at + 10, true))
  const numbers = readNumbers(view, at)
  if (method === undefined || numbers === undefined) return undefined
  const nameAt = at + entryBytes
  return {
    name: new TextDecoder()
      .decode(bytes.subarray(nameAt, nameAt + view.getUint16(at + 28, true)))
      .replaceAll('\\', '/'),
    method,
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    checksum: view.getUint32(at + 16, true),
    ...numbers,
  }
}

const methods: ReadonlyMap<number, ZipEntry['method']> = new Map([
  [0, 'stored'],
  [8, 'deflated'],
])

/** Name, extra fields and comment. */
const entryTail = (view: DataView, at: number): number =>
  view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)

type EntryNumbers = Pick<ZipEntry, 'size' | 'compressedSize' | 'headerAt'>

/** A number that does not fit stands in the zip64 extra field, in this order and only if it does not fit. */
const readNumbers = (view: DataView, at: number): EntryNumbers | undefined => {
  const extra = findExtra(view, at)
  let next = extra?.at ?? 0
  const read = (short: number): number | undefined => {
    if (short !== in64) return short
    if (extra === undefined || next + 8 > extra.end) return undefined
    next += 8
    return readUint64(view, next - 8)
  }
  const size = read(view.getUint32(at + 24, true))
  const compressedSize = read(view.getUint32(at + 20, true))
  const headerAt = read(view.getUint32(at + 42, true))
  if (size === undefined || compressedSize === undefined || headerAt === undefined) return undefined
  return { size, compressedSize, headerAt }
}

const findExtra = (view: DataView, entry: number): { readonly at: number; readonly end: number } | undefined => {
  let at = entry + entryBytes + view.getUint16(entry + 28, true)
  const end = at + view.getUint16(entry + 30, true)
  while (at + 4 <= end) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) return { at: at + 4, end: Math.min(at + 4 + length, end) }
    at += 4 + length
  }
  return undefined
}

/** No file of ours reaches 2^53; what claims to is no zip. */
const readUint64 = (view: DataView, at: number): number | undefined => {
  const value = view.getBigUint64(at, true)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(value)
}
