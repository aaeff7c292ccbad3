/** Type roles, space, shape, elevation and motion: the sizes that both schemes share. */

/** One role of type: px/px and a weight. Sentences are never smaller than 12. */
export type TypeRole = {
  readonly size: number
  readonly line: number
  readonly weight: number
  /** Letter spacing in em. */
  readonly spacing?: number
}

export const typeRoles = {
  body: { size: 13, line: 20, weight: 400 },
  label: { size: 12, line: 16, weight: 400 },
  section: { size: 13, line: 20, weight: 600 },
  axis: { size: 11, line: 16, weight: 400 },
  title: { size: 16, line: 24, weight: 600, spacing: -0.012 },
  figure: { size: 24, line: 32, weight: 600, spacing: -0.02 },
  'figure-small': { size: 20, line: 28, weight: 600, spacing: -0.02 },
  state: { size: 20, line: 28, weight: 600, spacing: -0.012 },
  question: { size: 24, line: 32, weight: 600, spacing: -0.02 },
  help: { size: 14, line: 22, weight: 400 },
} as const satisfies Record<string, TypeRole>

export const space = [4, 8, 12, 16, 20, 24, 32, 48] as const

export const radii = { key: 4, control: 6, option: 8, palette: 10 } as const

export const elevation = {
  light: '0 1px 2px #14181D0F, 0 8px 24px #14181D1F',
  dark: '0 0 0 1px #2C333A, 0 12px 32px #00000080',
} as const

/** Milliseconds of the way in; the way out takes half as long. */
export const motion = { hover: 80, popover: 120, dialog: 160 } as const

export const fonts = {
  sans: "'Inter Variable', system-ui, sans-serif",
  mono: "'IBM Plex Mono', ui-monospace, monospace",
} as const

export const densities = ['compact', 'standard', 'comfortable'] as const
export type Density = (typeof densities)[number]

/** Heights of table rows in px, by lines of text in a row. */
export const rowHeights: Readonly<Record<Density, { readonly one: number; readonly two: number }>> = {
  compact: { one: 28, two: 46 },
  standard: { one: 34, two: 50 },
  comfortable: { one: 42, two: 56 },
}
