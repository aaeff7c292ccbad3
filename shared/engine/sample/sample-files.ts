/** Small real files for a sample practice: text, tables, a PDF of one page, a picture. The same words, the same bytes. */
import { crc32, deflateSync } from 'node:zlib'

export const textFile = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`)

export const csvFile = (rows: readonly (readonly string[])[]): Uint8Array =>
  textFile(
    rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')),
  )

/** One page of text in Helvetica; the letters are those of Latin-1. */
export const pdfFile = (title: string, lines: readonly string[]): Uint8Array => {
  const shown = (text: string): string => text.replaceAll(/[()\\]/g, (sign) => `\\${sign}`)
  const content = [
    `BT /F1 16 Tf 60 780 Td (${shown(title)}) Tj ET`,
    ...lines.map((line, index) => `BT /F1 11 Tf 60 ${String(745 - 18 * index)} Td (${shown(line)}) Tj ET`),
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(Buffer.byteLength(content, 'latin1'))} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(text, 'latin1')
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = Buffer.byteLength(text, 'latin1')
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A picture of bars, so high as the numbers say (0 to 1), grey on white. */
export const pngFile = (bars: readonly number[]): Uint8Array => {
  const [width, height] = [bars.length * 40, 240]
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(width + 1, 0xff)
    row[0] = 0
    bars.forEach((bar, index) => {
      if (height - y <= bar * height) row.fill(0x6b, 1 + index * 40 + 6, 1 + index * 40 + 34)
    })
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...parts])
}

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}
