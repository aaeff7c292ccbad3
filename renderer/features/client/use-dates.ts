/** Times in the practice's time zone, as the chosen region writes them. */
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import { usePractice } from '../clients/use-clients.ts'

export const useDates = () => useRegionFormats(usePractice().data?.practice.timezone ?? 'UTC')
