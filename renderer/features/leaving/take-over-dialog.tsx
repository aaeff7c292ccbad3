/** Takes a client over from another practice, then opens it. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import css from './leaving.module.css'
import { TakeOverForm } from './take-over-form.tsx'
import { useTakeOver } from './use-take-over.ts'

export const TakeOverDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('leaving')
  const id = useId()
  const navigate = useNavigate()
  const takeOver = useTakeOver()
  const taken = takeOver.job.result
  useEffect(() => {
    if (taken === undefined) return
    onClose()
    showToast({ text: t('takeOver.toast', { name: taken.name, from: taken.from }), close: t('close') })
    void navigate({ to: '/clients/$clientId', params: { clientId: taken.clientId } })
  }, [taken, onClose, navigate, t])
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('takeOver.title')}
      width={640}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {takeOver.job.isRunning ? t('close') : t('cancel')}
          </Button>
          <Button type="submit" form={id} loading={takeOver.job.isBusy}>
            {t('takeOver.start')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <p className={css.help}>{t('takeOver.help')}</p>
        <TakeOverForm id={id} takeOver={takeOver} />
      </div>
    </Dialog>
  )
}
