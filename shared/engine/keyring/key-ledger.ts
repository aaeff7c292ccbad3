/** The file keys of an open keyring in memory: wrapped as they are on disk, unwrapped when first asked for. */
import { toAsciiJson } from './ascii-json.ts'
import { type KeyRecord, fileNamedInDamage, parseKeyLine, writeKeyLine } from './key-lines.ts'
import { type WrapContext, unwrapKey } from './wrap-key.ts'

/** A line that gives no key. It stays in the file as it is until its file is destroyed. */
export type DamagedLine = {
  readonly line: string
  /** The file it names, as far as that can be read. */
  readonly file: string | undefined
}

/** The line is kept as it stands on disk: rewriting a large keyring then costs no more than joining its lines. */
type Wrapped = { readonly line: string; key: Buffer | undefined }
type Entry = { current: Wrapped | undefined; next: Wrapped | undefined }

export type KeyLedger = {
  readonly entries: Map<string, Entry>
  readonly destroyed: Set<string>
  damaged: DamagedLine[]
  /** The file on disk still holds lines that later lines replaced: a key that should be gone is not gone yet. */
  hasReplacedLines: boolean
}

export type FileKeys = { readonly current: Buffer | undefined; readonly next: Buffer | undefined }

export type UnwrapWith = { readonly accountId: string; readonly under: Buffer }

export const emptyLedger = (): KeyLedger => ({
  entries: new Map(),
  destroyed: new Set(),
  damaged: [],
  hasReplacedLines: false,
})

export const ledgerOfLines = (lines: readonly string[]): KeyLedger => {
  const ledger = emptyLedger()
  for (const line of lines) {
    const event = parseKeyLine(line)
    if (event !== undefined) applyEvent(ledger, { event, line })
    else takeDamagedLine(ledger, line)
  }
  return ledger
}

/** Keeps the key of the record, and zeroes the keys that the event replaces. */
export const applyEvent = (ledger: KeyLedger, { event, line, key }: KeyRecord): void => {
  const entry = ledger.entries.get(event.file)
  if (event.type === 'next') {
    if (entry?.next !== undefined) ledger.hasReplacedLines = true
    forget(entry?.next)
    ledger.entries.set(event.file, { current: entry?.current, next: { line, key } })
    return
  }
  if (entry !== undefined) ledger.hasReplacedLines = true
  if (ledger.destroyed.delete(event.file)) ledger.hasReplacedLines = true
  if (entry?.current?.key !== key) forget(entry?.current)
  if (entry?.next?.key !== key) forget(entry?.next)
  ledger.entries.delete(event.file)
  if (event.type === 'destroyed') ledger.destroyed.add(event.file)
  else ledger.entries.set(event.file, { current: { line, key }, next: undefined })
}

/** Current and next key of a file, as far as they open. A line that does not open joins the damaged ones. */
export const keysOfFile = (ledger: KeyLedger, file: string, unwrapWith: UnwrapWith): FileKeys => {
  const entry = ledger.entries.get(file)
  if (entry === undefined) return { current: undefined, next: undefined }
  if (entry.current !== undefined && !unwrap(entry.current, { ...unwrapWith, purpose: 'file-key', file })) {
    ledger.damaged.push({ line: entry.current.line, file })
    entry.current = undefined
  }
  if (entry.next !== undefined && !unwrap(entry.next, { ...unwrapWith, purpose: 'next-file-key', file })) {
    ledger.damaged.push({ line: entry.next.line, file })
    entry.next = undefined
  }
  if (entry.current === undefined && entry.next === undefined) ledger.entries.delete(file)
  return { current: entry.current?.key, next: entry.next?.key }
}

/** What a newly written file says: the lines that count, then the damaged ones as they were found. */
export const ledgerToLines = (ledger: KeyLedger, leaveOut: ReadonlySet<string> = new Set()): readonly string[] => {
  const lines: string[] = []
  for (const [file, { current, next }] of ledger.entries) {
    if (leaveOut.has(file)) continue
    if (current !== undefined) lines.push(current.line)
    if (next !== undefined) lines.push(next.line)
  }
  for (const file of ledger.destroyed) {
    if (!leaveOut.has(file)) lines.push(writeKeyLine({ type: 'destroyed', file }))
  }
  return [...lines, ...damagedLeftAfter(ledger, leaveOut).map(({ line }) => line)]
}

/** Destroying a file's key takes with it any damaged line in which its name still stands. */
export const damagedLeftAfter = (ledger: KeyLedger, destroyed: ReadonlySet<string>): DamagedLine[] =>
  ledger.damaged.filter(({ line }) => ![...destroyed].some((file) => line.includes(toAsciiJson(file))))

export const wipeLedger = (ledger: KeyLedger): void => {
  for (const { current, next } of ledger.entries.values()) {
    forget(current)
    forget(next)
  }
}

/** A damaged line end glues two lines together; each part is then judged by itself. */
const takeDamagedLine = (ledger: KeyLedger, line: string): void => {
  for (const part of line.split(/(?<=\}).(?=\{"file":)/s)) {
    const event = parseKeyLine(part)
    if (event !== undefined) applyEvent(ledger, { event, line: part })
    else ledger.damaged.push({ line: part, file: fileNamedInDamage(part) })
  }
}

const unwrap = (wrapped: Wrapped, context: WrapContext): boolean => {
  const event = wrapped.key === undefined ? parseKeyLine(wrapped.line) : undefined
  if (event !== undefined && event.type !== 'destroyed') wrapped.key = unwrapKey(event.wrapped, context)
  return wrapped.key !== undefined
}

const forget = (wrapped: Wrapped | undefined): void => {
  wrapped?.key?.fill(0)
}
