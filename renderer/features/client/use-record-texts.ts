/** The words of a record's field in a client: pending, saved, try again. */
import { useTranslation } from 'react-i18next'
import type { RecordTexts } from '#renderer/components/fields/record-mark.tsx'

export const useRecordTexts = (): RecordTexts => {
  const { t } = useTranslation('client')
  return { pending: t('recordTexts.pending'), saved: t('recordTexts.saved'), retry: t('recordTexts.retry') }
}
