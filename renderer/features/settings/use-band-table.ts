/** The practice's band table, wherever a band is explained. */
import { useMemo } from 'react'
import { thresholdsOf } from '#domain/scoring/band-thresholds.ts'
import { bandTable, type BandRange } from '#domain/scoring/bands.ts'
import { usePractice } from '../clients/use-clients.ts'

export const useBandTable = (): readonly BandRange[] => {
  const practice = usePractice().data?.practice
  return useMemo(() => bandTable(thresholdsOf(practice ?? {})), [practice])
}
