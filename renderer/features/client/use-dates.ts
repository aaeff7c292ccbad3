/** Times in the practice's time zone and the language of the page. */
import { useTranslation } from 'react-i18next'
import { usePractice } from '../clients/use-clients.ts'

export const useDates = () => {
  const { i18n } = useTranslation()
  const timeZone = usePractice().data?.practice.timezone ?? 'UTC'
  const instant = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone })
  const calendarDay = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    /** Of a UTC instant. */
    moment: (at: string): string => instant.format(new Date(at)),
    day: (at: string): string => day.format(new Date(at)),
    /** Of a date without a time, which no time zone moves. */
    calendarDay: (date: string): string => calendarDay.format(new Date(`${date}T00:00:00Z`)),
  }
}
