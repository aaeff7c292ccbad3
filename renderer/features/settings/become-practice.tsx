/** From one organization to a practice: the portal appears above, the workspace stays as it is and is its first client. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { SettingGroup } from './setting-group.tsx'
import css from './settings.module.css'
import { useSavePractice } from './use-save-practice.ts'

export const BecomePractice = () => {
  const { t } = useTranslation('settings')
  const rpc = useRpc()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const save = useSavePractice()
  const become = async (): Promise<void> => {
    const close = t('close')
    const saved = await save({ mode: 'partner' })
    if (!saved.ok) return void showToast({ text: saved.reason, tone: 'error', close })
    // A page that still takes it for one organization would lead back into its workspace.
    await queries.invalidateQueries({ queryKey: ['practice'] })
    await navigate({ to: '/clients' })
    const undo = (): void => void rpc.practice.undo.mutate().catch(() => undefined)
    showToast({ text: t('practice.becamePractice'), action: { label: t('undo'), isUndo: true, onRun: undo }, close })
  }
  return (
    <SettingGroup title={t('practice.becomePractice')} text={t('practice.becomePracticeText')}>
      <div className={css.actions}>
        <Button variant="default" onClick={() => void become()}>
          {t('practice.becomePractice')}
        </Button>
      </div>
    </SettingGroup>
  )
}
