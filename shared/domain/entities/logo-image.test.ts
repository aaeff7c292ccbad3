import { expect, test } from 'vitest'
import { largestLogo, logoImage } from './logo-image.ts'

const { schema } = logoImage()

/** The start of a PNG of that size, then so many more bytes. */
const png = (width: number, height: number, rest = 40): string => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([head, size, Buffer.alloc(rest)]).toString('base64')
}

test('[PRAC-2] a logo is a PNG of at most 64 KB and 512 pixels a side', () => {
  for (const logo of [png(1, 1), png(512, 512), png(512, 128, largestLogo - 24)])
    expect(schema.safeParse(logo).success).toBe(true)
  for (const logo of [png(513, 1), png(1, 513), png(0, 9), png(2 ** 31, 9), png(9, 9, largestLogo)])
    expect(schema.safeParse(logo).success, logo.slice(0, 40)).toBe(false)
})

test('[PRAC-2] nothing else is taken for one', () => {
  const gif = Buffer.from('GIF89a padding padding padding padding padding').toString('base64')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>').toString('base64')
  for (const text of [
    '',
    'PNG',
    gif,
    svg,
    `data:image/png;base64,${png(9, 9)}`,
    png(9, 9).slice(0, 20),
    png(9, 9).slice(1),
  ])
    expect(schema.safeParse(text).success, text.slice(0, 40)).toBe(false)
})
