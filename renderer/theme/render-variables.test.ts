import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { colourTokens } from './colour-tokens.ts'
import { renderVariables } from './render-variables.ts'

const stylesheet = (): Promise<string> => readFile(new URL('variables.css', import.meta.url), 'utf8')

test('[UI-2] the stylesheet of variables says what the tokens say; build/scripts/run-theme-variables.ts writes it', async () => {
  expect(await stylesheet()).toBe(renderVariables())
})

test('[UI-2] both schemes define the same names, and a page that names no scheme gets the one of the machine', async () => {
  const blocks = [...(await stylesheet()).matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    names: new Set([...body.matchAll(/(--[\w-]+):/g)].map((match) => match[1])),
  }))
  const names = (part: string): ReadonlySet<string | undefined> | undefined =>
    blocks.find(({ selector }) => selector.includes(part))?.names
  expect(names("='light'")).toEqual(names("='dark'"))
  expect(names(':not([data-mantine-color-scheme])')).toEqual(names("='dark'"))
  for (const token of Object.keys(colourTokens.dark)) expect(names("='dark'"), token).toContain(`--${token}`)
})
