/** Which value of a setting counts for a client: its own, else the practice's, else the standard. */
import { defaultSettings, type DefaultSetting, type RiskAppetite } from './default-settings.ts'

export type SettingValues = {
  readonly currency: string
  readonly timezone: string
  readonly evidenceValidityDays: number
  readonly evidenceWarningDays: number
  readonly reviewCadenceMonths: number
  readonly riskAppetite: RiskAppetite
  readonly toleratedLossPercent: number
}

/** What a client or a practice has set; null and absent mean that it has not. */
export type SettingSource = { readonly [Name in DefaultSetting]?: SettingValues[Name] | null }

export type EffectiveSetting<Value> = {
  readonly value: Value
  readonly from: 'client' | 'practice' | 'standard'
}

/** What counts until somebody decides. A tolerated loss is nothing to guess: it has no standard. */
export const standardSettings = {
  currency: undefined,
  timezone: undefined,
  evidenceValidityDays: 365,
  evidenceWarningDays: 30,
  reviewCadenceMonths: 12,
  riskAppetite: 'moderate',
  toleratedLossPercent: undefined,
} as const satisfies { readonly [Name in DefaultSetting]: SettingValues[Name] | undefined }

export const effectiveSetting = <Name extends DefaultSetting>(
  name: Name,
  client: SettingSource,
  practice: SettingSource,
): EffectiveSetting<SettingValues[Name] | Extract<(typeof standardSettings)[Name], undefined>> => {
  const own: SettingValues[Name] | null | undefined = client[name]
  if (own !== undefined && own !== null) return { value: own, from: 'client' }
  return practiceSetting(name, practice)
}

/** What a client without a value of its own has. */
export const practiceSetting = <Name extends DefaultSetting>(
  name: Name,
  practice: SettingSource,
): EffectiveSetting<SettingValues[Name] | Extract<(typeof standardSettings)[Name], undefined>> => {
  const decided: SettingValues[Name] | null | undefined = practice[name]
  if (decided !== undefined && decided !== null) return { value: decided, from: 'practice' }
  return { value: standardSettings[name] as never, from: 'standard' }
}

/** The settings that this client decides for itself, in their fixed order. */
export const overriddenSettings = (client: SettingSource): readonly DefaultSetting[] =>
  defaultSettings.filter((name) => (client[name] ?? null) !== null)
