/** Numbers, days and times as the chosen region writes them, in the practice's time zone. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { isoDayOf, type RegionFormats } from '#renderer/region/region-formats.ts'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import { usePractice } from './use-clients.ts'

export type Formats = {
  number(value: number): string
  /** 0 to 100. */
  percent(value: number): string
  /** Minor units of the practice's currency. */
  money(minorUnits: number): string
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
  const { t } = useTranslation('clients')
  const practice = usePractice().data?.practice
  const timeZone = practice?.timezone ?? undefined
  const currency = practice?.currency ?? 'USD'
  const region = useRegionFormats(timeZone)
  return useMemo(() => createFormats({ region, timeZone, currency, t }), [t, region, timeZone, currency])
}

type FormatOptions = {
  readonly region: RegionFormats
  readonly timeZone: string | undefined
  readonly currency: string
  readonly t: TFunction<'clients'>
}

const minute = 60_000
const hour = 60 * minute
const dayMs = 24 * hour

const createFormats = ({ region, timeZone, currency, t }: FormatOptions): Formats => {
  const toDay = (time: Date): string => isoDayOf(time, timeZone)
  const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`)

  const day = (value: string): string => {
    const isThisYear = value.slice(0, 4) === toDay(new Date()).slice(0, 4)
    return region.shortDay(value, isThisYear ? 'withoutYear' : 'withYear')
  }
  const daysUntil = (value: string): number =>
    Math.round((atNoon(value).getTime() - atNoon(toDay(new Date())).getTime()) / dayMs)
  const dayOf = (instant: string): string => day(toDay(new Date(instant)))

  return {
    number: region.number,
    percent: (value) => region.share(Math.round(value), 100),
    money: (minorUnits) => region.money(minorUnits, currency),
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
    today: () => region.longDay(new Date()),
  }
}
