/** The region of the page, for hooks and components: it changes at once when another one is chosen. */
import { useTranslation } from 'react-i18next'
import { chooseLocale } from './choose-locale.ts'
import { useRegion } from './region.ts'
import { regionFormats, type RegionFormats } from './region-formats.ts'

export const useLocale = (): string => {
  const { i18n } = useTranslation()
  const { region } = useRegion()
  return chooseLocale(region, { language: i18n.language, machine: navigator.languages })
}

/** Times are those of the zone; without one, of the computer. */
export const useRegionFormats = (timeZone?: string): RegionFormats => {
  const locale = useLocale()
  const { clock } = useRegion()
  return regionFormats({ locale, clock, timeZone })
}
