/** The characters of a text as people count them, so that one emoji is one. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export const graphemesOf = (text: string): readonly string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment)
