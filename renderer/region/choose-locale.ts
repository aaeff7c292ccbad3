/** Which locale writes the figures of the page: the chosen region, else the computer's way of writing the page's language. */
import type { Region } from './region.ts'

export type LocaleOptions = {
  /** Of the words of the page. */
  readonly language: string
  /** Of the computer, the favourite first. */
  readonly machine: readonly string[]
}

export const chooseLocale = (region: Region['region'], { language, machine }: LocaleOptions): string => {
  if (region !== 'auto') return region
  const sameLanguage = machine.find((candidate) => languageOf(candidate) === languageOf(language))
  return sameLanguage ?? machine.map((candidate) => inRegionOf(candidate, language)).find(isDefined) ?? language
}

/** English words on a Swiss computer are written as in English (Switzerland), where the platform knows of it. */
const inRegionOf = (candidate: string, language: string): string | undefined => {
  const { region } = new Intl.Locale(candidate)
  const locale = `${languageOf(language)}-${region ?? ''}`
  if (region === undefined) return undefined
  return new Intl.NumberFormat(locale).resolvedOptions().locale === locale ? locale : undefined
}

const languageOf = (locale: string): string => new Intl.Locale(locale).language
const isDefined = (locale: string | undefined): locale is string => locale !== undefined
