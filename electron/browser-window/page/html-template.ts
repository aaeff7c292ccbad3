/** Markup that cannot hold unescaped text: everything put into the template is escaped unless it is markup itself. */

export type Html = { readonly markup: string }
type Part = string | number | Html | readonly Html[]

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: strings.reduce((markup, text, index) => markup + partToMarkup(parts[index - 1] ?? '') + text),
})

const partToMarkup = (part: Part): string => {
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
