/** Tells that something asked for in passing did not work: the toast stays until it is read. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { showToast } from '#renderer/components/feedback/toasts.tsx'

export const useReportFailure = (): ((error: Error) => void) => {
  const { t } = useTranslation('clients')
  return useCallback(
    (error) => {
      const words = isRpcError(error)
        ? [error.message, error.safe, error.action].filter(Boolean).join(' ')
        : error.message
      showToast({ text: words, tone: 'error', close: t('close') })
    },
    [t],
  )
}
