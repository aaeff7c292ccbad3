/**
 * Makes the practice's logo of a picture that somebody chose: a PNG of at most 512 pixels a side and 64 KB, drawn anew,
 * so that nothing of the file but its pixels goes in. Vector graphics are refused, because they can hold scripts.
 */
import { largestLogo } from '#domain/entities/logo-image.ts'
import { err, ok, type Result } from '#domain/result.ts'

export type LogoProblem = 'wrongKind' | 'tooLarge' | 'unreadable'

export const logoKinds = ['image/png', 'image/jpeg', 'image/webp'] as const
const largestFile = 1024 * 1024
/** Pixels of the longer side, tried one after the other until the file is small enough. */
const sides = [512, 384, 256, 192, 128, 96, 64] as const

/** Base64 of the PNG. */
export const shrinkLogo = async (file: Blob): Promise<Result<string, LogoProblem>> => {
  if (!(logoKinds as readonly string[]).includes(file.type)) return err('wrongKind')
  if (file.size > largestFile) return err('tooLarge')
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return err('unreadable')
  try {
    for (const side of sides) {
      const png = await drawPng(picture, side)
      if (png !== undefined && png.size <= largestLogo) return ok(await toBase64(png))
    }
    return err('unreadable')
  } finally {
    picture.close()
  }
}

/** Never larger than the picture itself. */
const drawPng = (picture: ImageBitmap, side: number): Promise<Blob | undefined> => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(undefined)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob((png) => resolve(png ?? undefined), 'image/png'))
}

const toBase64 = async (png: Blob): Promise<string> => {
  const bytes = new Uint8Array(await png.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
