/** Which values of a default cannot be, in words at the field; the rules are the domain's own. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { defaultFields } from '#domain/defaults/default-settings.ts'

export type NumberSetting = Exclude<keyof typeof defaultFields, 'riskAppetite'>

/** An empty field means the standard, or the practice's value, and so is no problem. */
export const checkSetting = (
  name: NumberSetting,
  value: number | undefined,
  t: TFunction<'settings'>,
): string | undefined =>
  value === undefined || defaultFields[name].schema.safeParse(value).success
    ? undefined
    : t(`defaults.problems.${name}`)

export const useCheckSetting = () => {
  const { t } = useTranslation('settings')
  return (name: NumberSetting) => (value: number | undefined) => checkSetting(name, value, t)
}
