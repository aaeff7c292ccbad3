/** The region of the page, for hooks and components: it changes at once when another one is chosen. */
import { useTranslation } from 'react-i18next'
import { chooseLocale } from './choose-locale.ts'
import { useRegion, type Region } from './region.ts'
import { regionFormats, type RegionFormats } from './region-formats.ts'

export const useLocale = (): string => {
  const { i18n } = useTranslation()
  const { region } = useRegion()
  return localeOf(region, i18n.language)
}

/** A number inside a sentence; who shows it asks again when it is next rendered. */
export const numberInText = (value: number, language: string): string => {
  const { region, clock } = useRegion.getState()
  return regionFormats({ locale: localeOf(region, language), clock, timeZone: undefined }).number(value)
}

const localeOf = (region: Region['region'], language: string): string =>
  chooseLocale(region, { language, machine: navigator.languages })

/** Times are those of the zone; without one, of the computer. */
export const useRegionFormats = (timeZone?: string): RegionFormats => {
  const locale = useLocale()
  const { clock } = useRegion()
  return regionFormats({ locale, clock, timeZone })
}
