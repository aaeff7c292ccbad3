/** An amount in words: "€1,200,000", as the chosen region writes it and without cents. */
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'

export const useMoneyWords = (): ((minorUnits: number, currency: string) => string) => useRegionFormats().money
