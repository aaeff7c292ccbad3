/** Opens an account with the keychain of this computer, in one click. */
import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import css from './unlock.module.css'
import { useUnlockWithKeychain } from './use-unlock.ts'

export type KeychainFormProps = {
  readonly accountId: string
  readonly autoFocus: boolean
  readonly onUnlocked: (accountId: string) => void
  /** Where the account has a passphrase too. */
  readonly onPassphrase?: (() => void) | undefined
  readonly onRecover: () => void
}

export const KeychainForm = ({ accountId, autoFocus, onUnlocked, onPassphrase, onRecover }: KeychainFormProps) => {
  const { t } = useTranslation('unlock')
  const unlock = useUnlockWithKeychain()
  return (
    <>
      <div className={css.actions}>
        <Button
          autoFocus={autoFocus}
          aria-disabled={unlock.isPending || undefined}
          leftSection={<IconFingerprint size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            if (!unlock.isPending) unlock.mutate(accountId, { onSuccess: () => onUnlocked(accountId) })
          }}
        >
          {unlock.isPending ? t('unlocking') : t('keychain.unlock')}
        </Button>
        {onPassphrase !== undefined && (
          <Button variant="subtle" onClick={onPassphrase}>
            {t('keychain.usePassphrase')}
          </Button>
        )}
        <Button variant="subtle" onClick={onRecover}>
          {t('useRecovery')}
        </Button>
      </div>
      <RpcFailure error={unlock.error} />
    </>
  )
}
