/** What somebody types during the first run, kept while they go back and forth. */
import type { RiskAppetite } from '#domain/defaults/default-settings.ts'
import { standardSettings } from '#domain/defaults/effective-setting.ts'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { currencyOfRegion, listCurrencies } from '#renderer/region/currencies.ts'
import { machineTimeZone } from '#renderer/region/time-zones.ts'

/** What opens the account from now on, beside the recovery key. */
export type Protection = 'passphrase' | 'keychain'

export type DraftDefaults = {
  readonly evidenceValidityDays: number | undefined
  readonly evidenceWarningDays: number | undefined
  readonly reviewCadenceMonths: number | undefined
  readonly riskAppetite: RiskAppetite | undefined
  readonly toleratedLossPercent: number | undefined
}

export type Draft = {
  readonly mode: PracticeMode
  readonly name: string
  readonly contactEmail: string
  readonly timezone: string | undefined
  readonly currency: string | undefined
  readonly protection: Protection
  readonly defaults: DraftDefaults
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
  defaults: {
    evidenceValidityDays: standardSettings.evidenceValidityDays,
    evidenceWarningDays: standardSettings.evidenceWarningDays,
    reviewCadenceMonths: standardSettings.reviewCadenceMonths,
    riskAppetite: standardSettings.riskAppetite,
    toleratedLossPercent: standardSettings.toleratedLossPercent,
  },
  passphrase: '',
  repeated: '',
})

/** What somebody decided otherwise than the standard: the rest follows the standard, whatever it becomes. */
export const decidedDefaults = ({ mode, defaults }: Pick<Draft, 'mode' | 'defaults'>): Partial<SetDefaults> =>
  mode === 'solo'
    ? {}
    : Object.fromEntries(
        Object.entries(defaults).filter(
          ([name, value]) => value !== undefined && value !== standardSettings[name as keyof DraftDefaults],
        ),
      )

type SetDefaults = { readonly [Name in keyof DraftDefaults]: Exclude<DraftDefaults[Name], undefined> }
