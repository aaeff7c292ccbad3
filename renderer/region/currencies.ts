/** The currencies to choose from, and the likely one of the machine's region. */

/** ISO 4217 codes that the platform knows. */
export const listCurrencies = (): readonly string[] => Intl.supportedValuesOf('currency')

/** "EUR, Euro", in the given language. */
export const nameCurrency = (code: string, locale: string): string => {
  const name = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' }).of(code)
  return name === undefined ? code : `${code}, ${name}`
}

/** A guess to be looked at: undefined where the region says nothing. */
export const currencyOfRegion = (locale: string, known: readonly string[]): string | undefined => {
  const region = new Intl.Locale(locale).region
  const currency = region === undefined ? undefined : currencyByRegion[region]
  return currency !== undefined && known.includes(currency) ? currency : undefined
}

const euroRegions = [
  'AT',
  'BE',
  'BG',
  'CY',
  'DE',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PT',
  'SI',
  'SK',
]

const currencyByRegion: Readonly<Record<string, string>> = {
  ...Object.fromEntries(euroRegions.map((region) => [region, 'EUR'])),
  AE: 'AED',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  IL: 'ILS',
  IN: 'INR',
  JP: 'JPY',
  LI: 'CHF',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
  SG: 'SGD',
  US: 'USD',
  ZA: 'ZAR',
}
