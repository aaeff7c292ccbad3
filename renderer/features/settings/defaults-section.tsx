/** What the practice decides for all its clients, and which of them decide otherwise. In Solo: for its one workspace. */
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { riskAppetites } from '#domain/defaults/default-settings.ts'
import { practiceSetting, standardSettings } from '#domain/defaults/effective-setting.ts'
import { RecordNumberField, RecordSelectField } from '#renderer/components/fields/record-fields.tsx'
import { RecordScope } from '#renderer/components/fields/record-scope.tsx'
import { useMay, usePractice } from '../clients/use-clients.ts'
import { BandsGroup } from './bands-group.tsx'
import { useCheckSetting } from './check-setting.ts'
import css from './defaults-section.module.css'
import { DifferingClients } from './differing-clients.tsx'
import { SettingGroup } from './setting-group.tsx'
import { useSavePractice } from './use-save-practice.ts'

const wholeNumbers = ['evidenceValidityDays', 'evidenceWarningDays', 'reviewCadenceMonths'] as const

export const DefaultsSection = () => {
  const { t } = useTranslation('settings')
  const practice = usePractice().data?.practice
  const save = useSavePractice()
  const check = useCheckSetting()
  const readOnly = !useMay('practice.update')
  if (practice === undefined) return null
  const texts = { pending: t('record.pending'), saved: t('record.saved'), retry: t('record.retry') }
  const shared = { texts, readOnly }
  const isSolo = practice.mode === 'solo'
  const number = (name: (typeof wholeNumbers)[number]) => (
    <div>
      <RecordNumberField
        label={t(`defaults.${name}`)}
        help={t(`defaults.${name}Help`, { standard: standardSettings[name] })}
        value={practiceSetting(name, practice).value}
        check={check(name)}
        save={(value) => save({ [name]: value ?? null })}
        {...shared}
      />
      {isSolo ? null : <DifferingClients setting={name} label={t(`defaults.${name}`)} />}
    </div>
  )
  return (
    <RecordScope id={practice.id}>
      <SettingGroup title={t('defaults.evidence')} text={t(isSolo ? 'defaults.introSolo' : 'defaults.intro')}>
        {number('evidenceValidityDays')}
        {number('evidenceWarningDays')}
      </SettingGroup>
      <SettingGroup title={t('defaults.reviews')}>{number('reviewCadenceMonths')}</SettingGroup>
      <SettingGroup title={t('defaults.appetite')} text={t('defaults.appetiteText')}>
        <div>
          <RecordSelectField
            label={t('defaults.riskAppetite')}
            help={t('defaults.riskAppetiteHelp')}
            value={practiceSetting('riskAppetite', practice).value}
            options={riskAppetites.map((value) => ({ value, label: t(`defaults.appetites.${value}`) }))}
            save={(riskAppetite) => save({ riskAppetite: riskAppetite ?? null })}
            {...shared}
          />
          {isSolo ? null : <DifferingClients setting="riskAppetite" label={t('defaults.riskAppetite')} />}
        </div>
        <div>
          <RecordNumberField
            label={t('defaults.toleratedLossPercent')}
            optional={t('optional')}
            help={t('defaults.toleratedLossPercentHelp')}
            value={practiceSetting('toleratedLossPercent', practice).value}
            decimals={2}
            check={check('toleratedLossPercent')}
            save={(value) => save({ toleratedLossPercent: value ?? null })}
            {...shared}
          />
          {isSolo ? null : (
            <DifferingClients setting="toleratedLossPercent" label={t('defaults.toleratedLossPercent')} />
          )}
        </div>
      </SettingGroup>
      {isSolo ? null : <CurrencyAndTimeZone />}
      <BandsGroup practice={practice} readOnly={readOnly} />
    </RecordScope>
  )
}

/** They are the practice's own and stand in its profile: one value in one place. */
const CurrencyAndTimeZone = () => {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const practice = usePractice().data?.practice
  return (
    <SettingGroup title={t('defaults.profile')} text={t('defaults.profileText')}>
      <dl className={css.facts}>
        {(['currency', 'timezone'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`practice.${name}`)}</dt>
            <dd>
              {practice?.[name] ?? t('defaults.none')}
              <DifferingClients setting={name} label={t(`practice.${name}`)} />
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <button
          type="button"
          className={css.link}
          onClick={() => void navigate({ to: '/settings', search: { section: 'practice' } })}
        >
          {t('defaults.profileLink')}
        </button>
      </div>
    </SettingGroup>
  )
}
