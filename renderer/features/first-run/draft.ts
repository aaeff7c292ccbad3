/** What somebody types during the first run, kept while they go back and forth. */
import type { PracticeMode } from '#domain/entities/practice.ts'
import { currencyOfRegion, listCurrencies } from './currencies.ts'
import { machineTimeZone } from './time-zones.ts'

export type Draft = {
  readonly mode: PracticeMode
  readonly name: string
  readonly contactEmail: string
  readonly timezone: string | undefined
  readonly currency: string | undefined
  readonly passphrase: string
  readonly repeated: string
}

export const emptyDraft = (): Draft => ({
  mode: 'partner',
  name: '',
  contactEmail: '',
  timezone: machineTimeZone(),
  currency: currencyOfRegion(navigator.language, listCurrencies()),
  passphrase: '',
  repeated: '',
})
