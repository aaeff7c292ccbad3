/** The name under which an evidence file is kept: one that every system can write, in a pack and on a disk. */

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i
/** Control characters, what changes the direction of text, and what no file system of Windows takes. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff<>:"|?*]+/gu
const longest = 200

/** Never empty. The ending stays, because it says what the file is. */
export const cleanFileName = (given: string): string => {
  const last =
    given
      .toWellFormed()
      .normalize('NFC')
      .split(/[/\\]/)
      .findLast((part) => /[^.\s]/.test(part)) ?? ''
  const safe = last
    .replaceAll(unsafe, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '')
  if (safe === '') return 'file'
  const { stem, ending } = splitName(safe)
  const free = reserved.test(stem.split('.')[0]?.trim() ?? '') ? `${stem}-file` : stem
  return shorten(free, longest - ending.length) + ending
}

const splitName = (name: string): { readonly stem: string; readonly ending: string } => {
  const dot = name.lastIndexOf('.')
  const isEnding = dot > 0 && name.length - dot <= 16
  return isEnding ? { stem: name.slice(0, dot).trimEnd(), ending: name.slice(dot) } : { stem: name, ending: '' }
}

const shorten = (text: string, length: number): string => {
  let short = ''
  for (const character of text) {
    if (short.length + character.length > length) break
    short += character
  }
  return short.trimEnd()
}

/** `access-review_2026.q1.pdf` → `access review 2026.q1`: a first title, which people change. */
export const titleFromFileName = (fileName: string): string => {
  const { stem } = splitName(fileName)
  const title = stem.replaceAll(/[_-]+/g, ' ').replaceAll(/\s+/g, ' ').trim()
  return title === '' ? fileName : title
}

/** What the file was called, where that is not its name: without characters that a line of text cannot hold. */
export const originalNameOf = (given: string, kept: string): string | null => {
  const shown = given
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return shown === '' || shown === kept ? null : shorten(shown, 1000)
}

const endings: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  heic: 'image/heic',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  eml: 'message/rfc822',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
}

const endingOf = (fileName: string): string => splitName(fileName).ending.slice(1).toLowerCase()

export const mediaTypeOf = (fileName: string): string => endings[endingOf(fileName)] ?? 'application/octet-stream'

const programs = new Set(
  (
    'exe com scr msi msix bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta jar app dmg pkg deb rpm appimage sh bash zsh fish ' +
    'command py pl rb php dll so dylib sys lnk reg cpl docm xlsm pptm'
  ).split(' '),
)

/** By its name or its first bytes: such a file is kept and flagged, and nothing here ever starts it. */
export const isExecutable = (fileName: string, head: Uint8Array): boolean =>
  programs.has(endingOf(fileName)) || programHeads.some((bytes) => bytes.every((byte, index) => head[index] === byte))

/** PE, ELF, Mach-O (both orders, and fat), `#!`. */
const programHeads: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
]
