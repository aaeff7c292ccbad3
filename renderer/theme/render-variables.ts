/**
 * Renders the variables as a stylesheet. Mantine would put them into a `<style>` element when the page runs; as a file
 * they need no exception from `style-src 'self'`, and the first paint has them.
 */
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
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
    rules(convertCssVariables(input, ':root')),
    // Until the page says which scheme it wants, the machine's does.
    rule(':root:not([data-mantine-color-scheme])', input.light),
    '@media (prefers-color-scheme: dark) {',
    rule(':root:not([data-mantine-color-scheme])', input.dark),
    '}',
    '',
  ].join('\n')
}

/** Mantine's stylesheet holds the values of its own theme already. */
const changed = (values: Variables, defaults: Variables): Variables =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => defaults[name] !== value))

const rules = (css: string): string =>
  css
    .replaceAll('{', ' {\n  ')
    .replaceAll(/;(?!\})/g, ';\n  ')
    .replaceAll('}', '\n}\n')
    .replaceAll(/\n{2,}/g, '\n')
    .replaceAll(/^ +$/gm, '')
    .trim()

const rule = (selector: string, values: Variables): string =>
  [`${selector} {`, ...Object.entries(values).map(([name, value]) => `  ${name}: ${value};`), '}'].join('\n')
