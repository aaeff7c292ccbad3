/** What of a paste or a drop a note cannot take: looked at before anything is read, so that nothing freezes. */
export type PasteTrouble = { readonly words: 'pasteTooLong' | 'noPictures'; readonly isRefused: boolean }

export const pasteLimits = { characters: 200_000, lines: 5000, markup: 2_000_000 } as const

export const pasteTrouble = (data: Pick<DataTransfer, 'getData' | 'files'>): PasteTrouble | undefined => {
  const [text, markup] = [data.getData('text/plain'), data.getData('text/html')]
  if (
    text.length > pasteLimits.characters ||
    markup.length > pasteLimits.markup ||
    countLines(text) > pasteLimits.lines
  )
    return { words: 'pasteTooLong', isRefused: true }
  if (data.files.length > 0 && text === '' && markup === '') return { words: 'noPictures', isRefused: true }
  if (data.files.length > 0 || /<(img|picture|video|svg)\b/i.test(markup))
    return { words: 'noPictures', isRefused: false }
  return undefined
}

/**
 * Pasted markup without what the page's policy would block and complain about. The schema of the editor is what keeps
 * everything else out.
 */
export const quietMarkup = (markup: string): string =>
  markup.replaceAll(/\s(?:on\w+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')

const countLines = (text: string): number => {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
