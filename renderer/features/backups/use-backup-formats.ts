/** Sizes, shares and moments of backups, as people read them. */
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import { useDates } from '../client/use-dates.ts'

export const useBackupFormats = () => {
  const { number, size, share } = useRegionFormats()
  const { moment } = useDates()
  return { number, size, share, moment }
}
