/**
 * Renders the variables as a stylesheet. Mantine would put them into a `<style>` element when the page runs; as a file
 * they need no exception from `style-src 'self'`, and the first paint has them.
 */
import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { cssVariablesResolver } from './css-variables.ts'
import { mantineValues } from './mantine-values.ts'

type Variables = Record<string, string>

export const renderVariables = (): string => {
  const theme = mergeMantineTheme(DEFAULT_THEME, mantineValues)
  const defaults = defaultCssVariablesResolver(DEFAULT_THEME)
  const mantine = defaultCssVariablesResolver(theme)
  const own = cssVariablesResolver(theme)
  const merge = (part: 'variables' | 'light' | 'dark'): Variables => ({
    ...changed(mantine[part], defaults[part]),
    ...own[part],
  })
  const input = { variables: merge('variables'), light: merge('light'), dark: merge('dark') }
  return [
    '/* Written by build/scripts/run-theme-variables.ts from the tokens beside it; change those. */',
    ...rule(':root', input.variables),
    '',
    // Until the page says which scheme it wants, the machine's does.
    ...rule([':root', ":root[data-mantine-color-scheme='light']"].join(',\n'), input.light),
    '',
    ...rule(":root[data-mantine-color-scheme='dark']", input.dark),
    '',
    '@media (prefers-color-scheme: dark) {',
    ...rule(':root:not([data-mantine-color-scheme])', input.dark).map((line) => `  ${line}`),
    '}',
    '',
    '@media print {',
    ...rule(':root[data-mantine-color-scheme]', { '--mantine-color-scheme': 'light', ...input.light }).map(
      (line) => `  ${line}`,
    ),
    '}',
    '',
  ].join('\n')
}

/** Mantine's stylesheet holds the values of its own theme already. */
const changed = (values: Variables, defaults: Variables): Variables =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => defaults[name] !== value))

const rule = (selector: string, values: Variables): readonly string[] => [
  `${selector} {`,
  ...Object.entries(values).map(([name, value]) => `  ${name}: ${lowerHex(value)};`),
  '}',
]

const lowerHex = (value: string): string => value.replaceAll(/#[\dA-F]{6,8}\b/g, (hex) => hex.toLowerCase())
