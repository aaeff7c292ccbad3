/** Sizes, shares and moments of backups, as people read them. */
import { useTranslation } from 'react-i18next'
import { useDates } from '../client/use-dates.ts'

export const useBackupFormats = () => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const number = new Intl.NumberFormat(language)
  const share = new Intl.NumberFormat(language, { style: 'percent' })
  const { moment } = useDates()
  const size = (bytes: number): string => {
    const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte']
    return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
  }
  return {
    number: number.format,
    size,
    share: (done: number, total: number) => share.format(total === 0 ? 0 : done / total),
    moment,
  }
}
