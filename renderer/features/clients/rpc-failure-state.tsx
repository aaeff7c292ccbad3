/** A list or a panel that could not be read, in the engine's words. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { ErrorState } from '#renderer/components/states/error-state.tsx'

export type RpcFailureStateProps = {
  readonly error: Error
  readonly onRetry: () => void
  readonly place?: 'page' | 'inline'
}

export const RpcFailureState = ({ error, onRetry, place = 'page' }: RpcFailureStateProps) => {
  const { t } = useTranslation('errors')
  const words = isRpcError(error) ? error : undefined
  return (
    <ErrorState
      place={place}
      title={words?.message ?? t('title')}
      safe={words?.safe}
      advice={words?.action}
      actions={
        <Button variant="default" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      }
      details={{ text: detailsOf(error), copy: t('copyDetails'), copied: t('copied') }}
    />
  )
}

const detailsOf = (error: Error): string =>
  isRpcError(error) ? [error.code, error.tag, error.message].join('\n') : (error.stack ?? error.message)
