/** Who the practice is; in Solo, the organization, and the way to become a practice. */
import { useTranslation } from 'react-i18next'
import { RecordSelectField, RecordTextField } from '#renderer/components/fields/record-fields.tsx'
import { RecordScope } from '#renderer/components/fields/record-scope.tsx'
import { useMay, usePractice } from '../clients/use-clients.ts'
import { listCurrencies, nameCurrency } from '#renderer/region/currencies.ts'
import { listTimeZones } from '#renderer/region/time-zones.ts'
import { BecomePractice } from './become-practice.tsx'
import { LogoGroup } from './logo-group.tsx'
import css from './settings.module.css'
import { useSavePractice } from './use-save-practice.ts'

export const PracticeSection = () => {
  const { t, i18n } = useTranslation('settings')
  const practice = usePractice().data?.practice
  const save = useSavePractice()
  const mayUpdate = useMay('practice.update')
  if (practice === undefined) return null
  const texts = { pending: t('record.pending'), saved: t('record.saved'), retry: t('record.retry') }
  const isSolo = practice.mode === 'solo'
  return (
    <RecordScope id={practice.id}>
      <div className={css.group}>
        <RecordTextField
          label={t('practice.name')}
          help={t('practice.nameHelp')}
          value={practice.name ?? ''}
          save={(name) => save({ name })}
          texts={texts}
        />
        <RecordTextField
          label={t('practice.email')}
          value={practice.contactEmail ?? ''}
          save={(contactEmail) => save({ contactEmail })}
          texts={texts}
        />
        <RecordSelectField
          label={t('practice.timezone')}
          help={t('practice.timezoneHelp')}
          value={practice.timezone ?? undefined}
          options={listTimeZones().map((value) => ({ value, label: value }))}
          save={(timezone) => save(timezone === undefined ? {} : { timezone })}
          texts={texts}
          nothingFound={t('nothingFound')}
        />
        <RecordSelectField
          label={t('practice.currency')}
          help={t('practice.currencyHelp')}
          value={practice.currency ?? undefined}
          options={listCurrencies().map((value) => ({ value, label: nameCurrency(value, i18n.language) }))}
          save={(currency) => save({ currency: currency ?? null })}
          texts={texts}
          nothingFound={t('nothingFound')}
          clearable
        />
      </div>
      <LogoGroup readOnly={!mayUpdate} />
      {isSolo ? <BecomePractice /> : null}
    </RecordScope>
  )
}
