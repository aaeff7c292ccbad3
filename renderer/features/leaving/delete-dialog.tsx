/** Deletes a client for good, once its name is typed; a way to hand it over instead. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#renderer/components/dialogs/confirm-dialog.tsx'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { BackupsHolding } from '../backups/backups-holding.tsx'
import { wordsOf } from '../client/use-client.ts'
import type { LeavingDialogProps } from './hand-over-dialog.tsx'

export const DeleteDialog = ({
  client,
  onClose,
  onHandOver,
}: LeavingDialogProps & { readonly onHandOver: (() => void) | undefined }) => {
  const { t } = useTranslation('leaving')
  const rpc = useRpc()
  const navigate = useNavigate()
  const { id: clientId, name } = client
  const deleting = useMutation({
    mutationFn: () => rpc.clients.remove.mutate({ clientId, typedName: name }),
    onSuccess: () => {
      onClose()
      showToast({ text: t('delete.toast', { name }), close: t('close') })
      void navigate({ to: '/clients' })
    },
  })
  return (
    <ConfirmDialog
      isOpen
      onCancel={onClose}
      onConfirm={() => deleting.mutate()}
      title={t('delete.title', { name })}
      confirm={t('delete.confirm')}
      cancel={t('cancel')}
      tone="danger"
      typeName={{ name, label: t('delete.type', { name }) }}
      isBusy={deleting.isPending}
      failure={deleting.error === null ? undefined : wordsOf(deleting.error)}
      other={
        onHandOver && (
          <Button variant="subtle" onClick={onHandOver} disabled={deleting.isPending}>
            {t('delete.instead')}
          </Button>
        )
      }
    >
      <p>{t('delete.effect')}</p>
      <BackupsHolding clientId={clientId} />
      <p>{t('delete.files')}</p>
    </ConfirmDialog>
  )
}
