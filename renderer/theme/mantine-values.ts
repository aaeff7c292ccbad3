/** What Mantine computes with: sizes, radii, type and the one accent. Its parts get their looks in mantine-parts. */
import type { MantineColorsTuple, MantineThemeOverride } from '@mantine/core'
import { colourTokens } from './colour-tokens.ts'
import { fonts } from './size-tokens.ts'

const accent = colourTokens.light.accent
/** Our own variables say which blue is meant where; Mantine only wants ten of them. */
const accents: MantineColorsTuple = [accent, accent, accent, accent, accent, accent, accent, accent, accent, accent]

const heading = (size: number, line: number) => ({ fontSize: `${size}px`, lineHeight: `${line}px`, fontWeight: '600' })

export const mantineValues: MantineThemeOverride = {
  primaryColor: 'accent',
  colors: { accent: accents },
  white: colourTokens.light['on-accent'],
  black: colourTokens.light.text,
  fontFamily: fonts.sans,
  fontFamilyMonospace: fonts.mono,
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'var(--elevation)', lg: 'var(--elevation)', xl: 'var(--elevation)' },
  headings: {
    fontFamily: fonts.sans,
    fontWeight: '600',
    sizes: {
      h1: heading(16, 24),
      h2: heading(13, 20),
      h3: heading(13, 20),
      h4: heading(13, 20),
      h5: heading(12, 16),
      h6: heading(12, 16),
    },
  },
  respectReducedMotion: true,
  cursorType: 'default',
  activeClassName: '',
}
