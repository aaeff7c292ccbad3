/** The regions to choose from, each with the language that its dates are written in. */

export const regionLocales: readonly string[] = [
  ...['en-AU', 'en-AT', 'en-BE', 'en-CA', 'en-CH', 'en-DE', 'en-DK', 'en-FI', 'en-GB', 'en-HK', 'en-IE', 'en-IL'],
  ...['en-IN', 'en-MT', 'en-NL', 'en-NZ', 'en-PH', 'en-SE', 'en-SG', 'en-US', 'en-ZA'],
  ...['de-AT', 'de-CH', 'de-DE', 'de-LI', 'de-LU', 'fr-BE', 'fr-CA', 'fr-CH', 'fr-FR', 'fr-LU', 'it-CH', 'it-IT'],
  ...['nl-BE', 'nl-NL', 'es-AR', 'es-CL', 'es-CO', 'es-ES', 'es-MX', 'es-US', 'pt-BR', 'pt-PT', 'ca-ES'],
  ...['da-DK', 'fi-FI', 'is-IS', 'nb-NO', 'sv-FI', 'sv-SE', 'et-EE', 'lt-LT', 'lv-LV'],
  ...['bg-BG', 'cs-CZ', 'el-GR', 'hr-HR', 'hu-HU', 'pl-PL', 'ro-RO', 'sk-SK', 'sl-SI', 'sr-RS', 'uk-UA', 'tr-TR'],
  ...[
    'ar-AE',
    'ar-EG',
    'ar-SA',
    'he-IL',
    'hi-IN',
    'id-ID',
    'ja-JP',
    'ko-KR',
    'ms-MY',
    'th-TH',
    'vi-VN',
    'zh-CN',
    'zh-HK',
    'zh-TW',
  ],
]

/** "German (Switzerland)", in the given language. */
export const nameRegion = (locale: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale

/** All of them, in the order of their names. */
export const nameRegions = (language: string): readonly NamedRegion[] => {
  const { compare } = new Intl.Collator(language)
  return regionLocales
    .map((locale) => ({ locale, name: nameRegion(locale, language) }))
    .toSorted((left, right) => compare(left.name, right.name))
}

export type NamedRegion = { readonly locale: string; readonly name: string }
