import { describe, expect, test } from 'vitest'
import { pasteLimits, pasteTrouble, quietMarkup } from './paste-trouble.ts'

const data = (parts: Readonly<Record<string, string>>, files = 0) => ({
  getData: (type: string) => parts[type] ?? '',
  files: { length: files } as FileList,
})

describe('what is pasted', () => {
  test('[NOTE-17] is refused when it is too long, as text, as lines or as markup', () => {
    const refused = { words: 'pasteTooLong', isRefused: true }
    expect(pasteTrouble(data({ 'text/plain': 'x'.repeat(pasteLimits.characters + 1) }))).toEqual(refused)
    expect(pasteTrouble(data({ 'text/plain': '\n'.repeat(pasteLimits.lines) }))).toEqual(refused)
    expect(pasteTrouble(data({ 'text/html': 'x'.repeat(pasteLimits.markup + 1) }))).toEqual(refused)
    expect(pasteTrouble(data({ 'text/plain': 'x'.repeat(pasteLimits.characters) }))).toBeUndefined()
  })

  test('[NOTE-17] loses its pictures with a word, and is refused when it is nothing else', () => {
    expect(pasteTrouble(data({ 'text/html': '<p>a<img src="x"></p>', 'text/plain': 'a' }))).toEqual({
      words: 'noPictures',
      isRefused: false,
    })
    expect(pasteTrouble(data({}, 1))).toEqual({ words: 'noPictures', isRefused: true })
    expect(pasteTrouble(data({ 'text/html': '<p>imagine</p>' }))).toBeUndefined()
  })

  test('[NOTE-17] carries no handlers and styles, and all its words', () => {
    expect(quietMarkup(`<p onclick="a()" style='b: c' class="d" STYLE=e>style="kept" words</p>`)).toBe(
      '<p class="d">style="kept" words</p>',
    )
  })
})
