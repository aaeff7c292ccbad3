/** In the status bar while the last scheduled backup has failed: the way to its reason. */
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StatusItem } from '#renderer/components/frame/status-bar.tsx'
import { useBackupStatus } from './use-backups.ts'

export const BackupNotice = () => {
  const { t } = useTranslation('backups')
  const navigate = useNavigate()
  const failure = useBackupStatus()?.failure ?? null
  if (failure === null) return null
  return (
    <StatusItem
      tone="error"
      icon={<IconAlertTriangleFilled size={14} aria-hidden />}
      onOpen={() => void navigate({ to: '/settings', search: { section: 'backups' } })}
    >
      {t('status.failed')}
    </StatusItem>
  )
}
