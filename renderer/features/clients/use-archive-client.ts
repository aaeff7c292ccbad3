/** Archives a client and takes it back; both can be undone from the toast that tells of them. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useReportFailure } from './use-report-failure.ts'

type Client = { readonly id: string; readonly name: string }

export const useArchiveClient = () => {
  const rpc = useRpc()
  const { t } = useTranslation('clients')
  const onError = useReportFailure()
  // Undo names the client: another edit may have been made before it is pressed.
  const archiving = useMutation<unknown, Error, Client>({
    mutationFn: ({ id }) => rpc.clients.archive.mutate({ clientId: id, input: {} }),
    onSuccess: (_, client) => tell(t('panel.archived', { name: client.name }), () => restoring.mutate(client)),
    onError,
  })
  const restoring = useMutation<unknown, Error, Client>({
    mutationFn: ({ id }) => rpc.clients.restore.mutate({ clientId: id, input: {} }),
    onSuccess: (_, client) => tell(t('panel.restored', { name: client.name }), () => archiving.mutate(client)),
    onError,
  })
  const tell = (text: string, onRun: () => void): void =>
    void showToast({ text, close: t('close'), action: { label: t('undo'), onRun, isUndo: true } })
  return {
    archive: (client: Client): void => archiving.mutate(client),
    restore: (client: Client): void => restoring.mutate(client),
    isBusy: archiving.isPending || restoring.isPending,
  }
}
