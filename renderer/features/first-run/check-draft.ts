/** Which fields of the draft cannot be taken, in words; the rules are the practice's own. */
import type { TFunction } from 'i18next'
import { countPassphraseCharacters, minimumPassphraseLength } from '#domain/catalog/passphrase-length.ts'
import { practiceEntity } from '#domain/entities/practice.ts'
import { checkSetting, type NumberSetting } from '../settings/check-setting.ts'
import type { Draft, DraftDefaults } from './draft.ts'
import type { Problems } from '#renderer/components/fields/use-problems.ts'

export type PracticeField = 'name' | 'contactEmail' | 'timezone' | 'currency'
export type PassphraseProblemField = 'passphrase' | 'repeated'

export const checkPractice = (draft: Draft, t: TFunction<'firstRun'>): Problems<PracticeField> => {
  const { contactEmail, timezone, currency } = practiceEntity.fields
  const name = nameProblem(draft, t)
  return {
    ...(name !== undefined && { name }),
    ...(!contactEmail.schema.safeParse(draft.contactEmail.trim()).success && {
      contactEmail: t('practice.emailMissing'),
    }),
    ...(!timezone.schema.safeParse(draft.timezone).success && { timezone: t('practice.timezoneMissing') }),
    ...(!currency.schema.safeParse(draft.currency).success && { currency: t('practice.currencyMissing') }),
  }
}

export const checkPassphrase = (
  { passphrase, repeated }: Pick<Draft, 'passphrase' | 'repeated'>,
  t: TFunction<'firstRun'>,
): Problems<PassphraseProblemField> => {
  // The engine has the last word; this is for saying it at the field at once.
  if (countPassphraseCharacters(passphrase) < minimumPassphraseLength) {
    return { passphrase: t('protect.tooShort', { minimum: minimumPassphraseLength }) }
  }
  return passphrase === repeated ? {} : { repeated: t('protect.differs') }
}

export const checkDefaults = (defaults: DraftDefaults, t: TFunction<'settings'>): Problems<NumberSetting> => {
  const problems = numberSettings.map((name) => [name, checkSetting(name, defaults[name], t)] as const)
  return Object.fromEntries(problems.filter(([, problem]) => problem !== undefined))
}

const numberSettings = [
  'evidenceValidityDays',
  'evidenceWarningDays',
  'reviewCadenceMonths',
  'toleratedLossPercent',
] as const satisfies readonly NumberSetting[]

const nameProblem = ({ name, mode }: Draft, t: TFunction<'firstRun'>): string | undefined => {
  const trimmed = name.trim()
  if (trimmed === '') return mode === 'solo' ? t('practice.nameMissingSolo') : t('practice.nameMissing')
  if (trimmed.length > 200) return t('practice.nameTooLong')
  return practiceEntity.fields.name.schema.safeParse(name).success ? undefined : t('practice.nameNotPlain')
}
