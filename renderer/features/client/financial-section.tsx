/** The figures that an estimate of exposure and reports need. All of them may stay empty. */
import { useTranslation } from 'react-i18next'
import { clientEntity } from '#domain/entities/client.ts'
import { RecordDateField, RecordMoneyField, RecordNumberField } from '#renderer/components/fields/record-fields.tsx'
import css from './client.module.css'
import { Section } from './section.tsx'
import { saveAnswer, useClientEdits, useClientProfile } from './use-client.ts'
import { useClientCurrency, type MoneyField } from './use-client-currency.ts'
import { useRecordTexts } from './use-record-texts.ts'

type NumberField = 'itRevenuePercent' | 'recordsHeld'

export const FinancialSection = (props: { readonly clientId: string; readonly readOnly: boolean }) => {
  const { clientId, readOnly } = props
  const { t } = useTranslation('client')
  const { data: client } = useClientProfile(clientId)
  const currency = useClientCurrency(clientId)
  const { update } = useClientEdits(clientId)
  const texts = useRecordTexts()
  if (client === undefined || currency === undefined) return null
  const shared = (name: MoneyField | NumberField | 'insuranceExpiresOn') => ({
    label: t(`fields.${name}`),
    help: t(`financial.${name}`),
    optional: t('settings.optional'),
    texts,
    readOnly,
  })
  const money = (name: MoneyField) => (
    <RecordMoneyField
      key={`${name} ${currency}`}
      {...shared(name)}
      currency={currency}
      value={client[name] ?? undefined}
      save={(value) => saveAnswer(update({ [name]: value ?? null }))}
    />
  )
  const number = (name: NumberField, decimals: number) => (
    <RecordNumberField
      {...shared(name)}
      value={client[name] ?? undefined}
      decimals={decimals}
      check={(value) => (isGood(name, value) ? undefined : t(`financial.problems.${name}`))}
      save={(value) => saveAnswer(update({ [name]: value ?? null }))}
    />
  )
  return (
    <Section title={t('settings.money')} text={t('settings.moneyText')}>
      {money('annualRevenue')}
      {number('itRevenuePercent', 2)}
      {money('downtimeHourCost')}
      {number('recordsHeld', 0)}
      <div className={css.pair}>
        {money('insuranceLimit')}
        {money('insuranceRetention')}
      </div>
      <RecordDateField
        {...shared('insuranceExpiresOn')}
        value={client.insuranceExpiresOn ?? undefined}
        save={(day) => saveAnswer(update({ insuranceExpiresOn: day ?? null }))}
        unreadable={t('settings.dateUnreadable')}
        calendar={t('settings.calendar')}
      />
    </Section>
  )
}

const isGood = (name: NumberField, value: number | undefined): boolean =>
  value === undefined || clientEntity.fields[name].schema.safeParse(value).success
