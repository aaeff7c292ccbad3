/** An address that leads nowhere. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/states/empty-state.tsx'

export const NotFound = () => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <EmptyState
      title={t('notFound.title')}
      text={t('notFound.text')}
      actions={<Button onClick={() => void navigate({ to: '/' })}>{t('notFound.action')}</Button>}
    />
  )
}
