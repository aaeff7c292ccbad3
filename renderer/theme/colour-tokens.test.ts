import { expect, test } from 'vitest'
import { colourTokens, type ColourToken } from './colour-tokens.ts'

const schemes = ['light', 'dark'] as const
const surfaces = ['bg', 'app', 'sunken', 'raised', 'hover', 'selected'] as const

/** WCAG 2.2 relative luminance and contrast. */
const luminance = (hex: string): number => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

const lowest = (scheme: 'light' | 'dark', token: ColourToken): number =>
  Math.min(...surfaces.map((surface) => contrast(colourTokens[scheme][token], colourTokens[scheme][surface])))

/** Token, lowest contrast over all surfaces in light and in dark: the figures of the design guide, as it rounds them. */
const promised = [
  ['text', 15.2, 11.9],
  ['text-2', 7.2, 7.4],
  ['text-3', 4.6, 4.7],
  ['accent', 6.0, 6.4],
  ['field', 3.2, 3.0],
  ['critical-text', 7.1, 6.8],
  ['high-text', 5.7, 7.2],
  ['moderate-text', 5.9, 8.1],
  ['low-text', 5.9, 7.1],
  ['unknown-text', 5.4, 5.5],
] as const

test.for(promised)('[UI-1] %s can be read on every surface, light and dark', ([token, light, dark]) => {
  expect(lowest('light', token)).toBeGreaterThanOrEqual(light - 0.05)
  expect(lowest('dark', token)).toBeGreaterThanOrEqual(dark - 0.05)
})

test.for(schemes)('[UI-1] what stands on a filled button, a tooltip and the matrix can be read, %s', (scheme) => {
  const tokens = colourTokens[scheme]
  for (const ground of ['accent-btn', 'accent-btn-hover', 'danger-btn', 'danger-btn-hover'] as const) {
    expect(contrast(tokens['on-accent'], tokens[ground]), ground).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(tokens['tooltip-text'], tokens['tooltip-bg'])).toBeGreaterThanOrEqual(4.5)
  for (const cell of ['critical-cell', 'high-cell', 'moderate-cell', 'low-cell'] as const) {
    expect(contrast(tokens.text, tokens[cell]), cell).toBeGreaterThanOrEqual(6.45)
  }
})
