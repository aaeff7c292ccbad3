/** Numbers, days and times as the practice writes them: in the page's language, in the practice's time zone. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { usePractice } from './use-clients.ts'

export type Formats = {
  number(value: number): string
  /** A calendar day without a time zone: "4 Dec", with its year when it is not this one. */
  day(day: string): string
  /** Whole days from today until a calendar day; negative when it is past. */
  daysUntil(day: string): number
  /** "19 min ago", "yesterday", "4 Dec": the older, the coarser. */
  since(instant: string): string
  /** The day of an instant, for facts that stay. */
  dayOf(instant: string): string
  /** "Monday 23 November 2026" */
  today(): string
}

export const useFormats = (): Formats => {
  const { t, i18n } = useTranslation('clients')
  const timeZone = usePractice().data?.practice.timezone ?? undefined
  return useMemo(() => createFormats({ locale: localeFor(i18n.language), timeZone, t }), [t, i18n.language, timeZone])
}

/** The machine's own way of writing the page's language, if that is what it speaks: "en-GB" for an English page. */
const localeFor = (language: string): string =>
  navigator.languages.find((candidate) => candidate.split('-')[0] === language.split('-')[0]) ?? language

type FormatOptions = {
  readonly locale: string
  readonly timeZone: string | undefined
  readonly t: TFunction<'clients'>
}

const minute = 60_000
const hour = 60 * minute
const dayMs = 24 * hour

const createFormats = ({ locale, timeZone, t }: FormatOptions): Formats => {
  const numbers = new Intl.NumberFormat(locale)
  const short = { day: 'numeric', month: 'short' } as const
  const dayThisYear = new Intl.DateTimeFormat(locale, { ...short, timeZone: 'UTC' })
  const dayOtherYear = new Intl.DateTimeFormat(locale, { ...short, year: 'numeric', timeZone: 'UTC' })
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  const today = new Intl.DateTimeFormat(locale, long)
  // Swedish writes days as ISO does, which makes them comparable.
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const toDay = (time: Date): string => isoDay.format(time)
  const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`)

  const day = (value: string): string => {
    const isThisYear = value.slice(0, 4) === toDay(new Date()).slice(0, 4)
    return (isThisYear ? dayThisYear : dayOtherYear).format(atNoon(value))
  }
  const daysUntil = (value: string): number =>
    Math.round((atNoon(value).getTime() - atNoon(toDay(new Date())).getTime()) / dayMs)
  const dayOf = (instant: string): string => day(toDay(new Date(instant)))

  return {
    number: (value) => numbers.format(value),
    day,
    daysUntil,
    since: (instant) => {
      const age = Date.now() - new Date(instant).getTime()
      const days = -daysUntil(toDay(new Date(instant)))
      if (age < minute) return t('time.now')
      if (age < hour) return t('time.minutes', { count: Math.floor(age / minute) })
      if (days <= 0) return t('time.hours', { count: Math.floor(age / hour) })
      if (days === 1) return t('time.yesterday')
      return days <= 30 ? t('time.days', { count: days }) : dayOf(instant)
    },
    dayOf,
    today: () => today.format(new Date()),
  }
}
