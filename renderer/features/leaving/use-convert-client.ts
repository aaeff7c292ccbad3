/** Makes a prospect a client and a client a prospect; done at once, with Undo. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ClientStatus } from '#domain/entities/client.ts'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useReportFailure } from '../clients/use-report-failure.ts'

type Conversion = { readonly id: string; readonly name: string; readonly to: ClientStatus }

export const useConvertClient = () => {
  const rpc = useRpc()
  const { t } = useTranslation('leaving')
  const onError = useReportFailure()
  const converting = useMutation<unknown, Error, Conversion>({
    mutationFn: ({ id, to }) => rpc.clients.update.mutate({ clientId: id, input: { status: to } }),
    onSuccess: (_, { id, name, to }) =>
      showToast({
        text: to === 'client' ? t('convert.nowClient', { name }) : t('convert.nowProspect', { name }),
        close: t('close'),
        action: {
          label: t('convert.undo'),
          isUndo: true,
          onRun: () => converting.mutate({ id, name, to: to === 'client' ? 'prospect' : 'client' }),
        },
      }),
    onError,
  })
  return { convert: (conversion: Conversion): void => converting.mutate(conversion), isBusy: converting.isPending }
}
