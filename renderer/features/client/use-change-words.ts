/** A row of the history in words: the field's name, and its values as people write them. */
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '#domain/entities/field.ts'
import { usePractice } from '../clients/use-clients.ts'
import { clientTexts } from './client-texts.ts'
import { isMoneyField } from './use-client-currency.ts'
import { useDates } from './use-dates.ts'

/** Amounts need the currency of the client whose history it is. */
export const useChangeWords = (currency?: string) => {
  const { t } = useTranslation('client')
  const dates = useDates()
  const members = usePractice().data?.members ?? []
  const memberName = (id: string): string => members.find((member) => member.id === id)?.name ?? t('activity.former')
  return {
    memberName,
    field: (field: string): string => (isKnownField(field) ? t(`fields.${field}`) : field),
    value: (field: string, value: FieldValue): string => {
      if (value === null) return t('none')
      if (field === 'ownerId' || field.endsWith('By')) return memberName(String(value))
      // The row of a writing session holds the first keys of it alone.
      if (field === 'text') return t('none')
      if (field.endsWith('At')) return dates.moment(String(value))
      if (field.endsWith('On')) return dates.calendarDay(String(value))
      if (typeof value === 'number' && currency !== undefined && isMoneyField(field))
        return dates.money(value, currency)
      return typeof value === 'number' ? dates.number(value) : String(value)
    },
  }
}

const isKnownField = (field: string): field is keyof typeof clientTexts.fields =>
  Object.hasOwn(clientTexts.fields, field)
