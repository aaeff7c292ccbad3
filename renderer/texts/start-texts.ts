/** Texts through i18next from the first screen. Each feature keeps its own, under its own name. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from './english.ts'
import { numbersInTexts } from './numbers-in-texts.ts'

export const startTexts = (): void => {
  void i18next
    .use(initReactI18next)
    .use(numbersInTexts)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: english },
      defaultNS: 'app',
      interpolation: { escapeValue: false, alwaysFormat: true },
      // Everything is bundled, so the first screen never waits for a text.
      initAsync: false,
    })
}
