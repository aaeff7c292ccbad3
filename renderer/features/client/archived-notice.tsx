/** Says that the client is archived, and gives the way back. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDates } from './use-dates.ts'
import { useClientEdits } from './use-client.ts'
import css from './client.module.css'

export const ArchivedNotice = ({
  clientId,
  archivedAt,
}: {
  readonly clientId: string
  readonly archivedAt: string | null | undefined
}) => {
  const { t } = useTranslation('client')
  const dates = useDates()
  const { restore } = useClientEdits(clientId)
  if (archivedAt === null || archivedAt === undefined) return null
  return (
    <div className={css.notice} role="status">
      <span>{t('archived', { date: dates.day(archivedAt) })}</span>
      <Button variant="default" onClick={() => void restore()}>
        {t('restore')}
      </Button>
    </div>
  )
}
