import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './html-template.ts'

test('[HOST-30] escapes every text, in content and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '=', 'é') }), (text) => {
      const { markup } = html`<b title="${text}">${text}</b>`
      const inner = markup.slice('<b title="'.length, -'</b>'.length)
      expect(inner.replace('">', '')).not.toMatch(/[<>"']/)
      expect(inner.split('">').map(unescape)).toEqual([text, text])
    }),
  )
})

test('[HOST-30] puts markup into markup as it is, alone and in lists', () => {
  const rows = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
  const { markup } = html`<ul>
      ${rows}
    </ul>
    ${html`<p>${3}</p>`}`
  expect(markup.replaceAll(/\s/g, '')).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul><p>3</p>')
})

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
