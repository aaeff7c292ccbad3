/** The tokens as CSS variables, and Mantine's own variables pointed at them. */
import type { CSSVariablesResolver } from '@mantine/core'
import { colourTokens, type ColourTokens } from './colour-tokens.ts'
import { elevation, fonts, motion, radii, space, typeRoles, type TypeRole } from './size-tokens.ts'

type Variables = Record<string, string>

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { ...sizes(), ...mantinePrimary },
  light: { ...colours(colourTokens.light), '--elevation': elevation.light, ...mantineColours },
  dark: { ...colours(colourTokens.dark), '--elevation': elevation.dark, ...mantineColours },
})

const colours = (tokens: ColourTokens): Variables =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]))

const sizes = (): Variables => ({
  ...Object.fromEntries(Object.entries(typeRoles).flatMap(([name, role]) => typeVariables(name, role))),
  ...Object.fromEntries(space.map((value) => [`--space-${value}`, `${value}px`])),
  ...Object.fromEntries(Object.entries(radii).map(([name, value]) => [`--radius-${name}`, `${value}px`])),
  ...Object.fromEntries(
    Object.entries(motion).flatMap(([name, value]) => [
      [`--motion-${name}`, `${value}ms`],
      [`--motion-${name}-out`, `${value / 2}ms`],
    ]),
  ),
  '--font-sans': fonts.sans,
  '--font-mono': fonts.mono,
})

const typeVariables = (name: string, { size, line, weight, spacing }: TypeRole): readonly [string, string][] => [
  [`--type-${name}-size`, `${size}px`],
  [`--type-${name}-line`, `${line}px`],
  [`--type-${name}-weight`, `${weight}`],
  [`--type-${name}-spacing`, spacing === undefined ? 'normal' : `${spacing}em`],
]

const mantinePrimary: Variables = {
  '--mantine-primary-color-filled': 'var(--accent-btn)',
  '--mantine-primary-color-filled-hover': 'var(--accent-btn-hover)',
  '--mantine-primary-color-light': 'var(--selected)',
  '--mantine-primary-color-light-hover': 'var(--selected)',
  '--mantine-primary-color-light-color': 'var(--accent)',
}

const mantineColours: Variables = {
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-error': 'var(--critical-text)',
  '--mantine-color-success': 'var(--low-text)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--bg)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
}
