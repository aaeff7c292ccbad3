/** A row of the history in words: the field's name, and its values as people write them. */
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '#domain/entities/field.ts'
import { usePractice } from '../clients/use-clients.ts'
import { clientTexts } from './client-texts.ts'
import { useDates } from './use-dates.ts'

export const useChangeWords = () => {
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
      // The row of a writing session holds the text as it began.
      if (field === 'text') return `${String(value).replace(/…$/, '')}…`
      if (field.endsWith('At')) return dates.moment(String(value))
      if (field.endsWith('On')) return dates.calendarDay(String(value))
      return typeof value === 'number' ? dates.number(value) : String(value)
    },
  }
}

const isKnownField = (field: string): field is keyof typeof clientTexts.fields =>
  Object.hasOwn(clientTexts.fields, field)
