/** Words in a row, "name, tags, industry", joined as the language of the page joins them: they stand in its sentences. */
export const listWords = (words: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'unit' }).format(words)
