/** Writes the numbers inside texts as the chosen region does, so that no text has to ask for it. */
import type { FormatterModule } from 'i18next'
import { numberInText } from '../region/use-region-formats.ts'

const nothing = (): void => undefined

export const numbersInTexts: FormatterModule = {
  type: 'formatter',
  init: nothing,
  add: nothing,
  addCached: nothing,
  // Of other values the interpolation makes text itself, and says so where one is missing.
  format: (value: unknown, _format, language = 'en') =>
    typeof value === 'number' ? numberInText(value, language) : (value as string),
}
