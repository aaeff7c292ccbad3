/** What somebody types during the first run, kept while they go back and forth. */
import type { PracticeMode } from '#domain/entities/practice.ts'
import { currencyOfRegion, listCurrencies } from './currencies.ts'
import { machineTimeZone } from './time-zones.ts'

/** What opens the account from now on, beside the recovery key. */
export type Protection = 'passphrase' | 'keychain'

export type Draft = {
  readonly mode: PracticeMode
  readonly name: string
  readonly contactEmail: string
  readonly timezone: string | undefined
  readonly currency: string | undefined
  readonly protection: Protection
  readonly passphrase: string
  readonly repeated: string
}

export const emptyDraft = (): Draft => ({
  mode: 'partner',
  name: '',
  contactEmail: '',
  timezone: machineTimeZone(),
  currency: currencyOfRegion(navigator.language, listCurrencies()),
  protection: 'passphrase',
  passphrase: '',
  repeated: '',
})
