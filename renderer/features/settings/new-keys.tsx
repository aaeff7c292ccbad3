/** New keys for every file and a new recovery key, which is shown once. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { RecoveryKeyCard } from '#renderer/components/wizard/recovery-key-card.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { usePractice } from '../clients/use-clients.ts'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { SettingGroup } from './setting-group.tsx'
import css from './settings.module.css'
import { useUnlockWays } from './use-unlock-ways.ts'

export const NewKeys = () => {
  const { t } = useTranslation('settings')
  const [isAsking, setAsking] = useState(false)
  const [recoveryKey, setRecoveryKey] = useState<string>()
  return (
    <SettingGroup title={t('security.rotate')} text={t('security.rotateText')}>
      <div className={css.actions}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('security.rotateAction')}
        </Button>
      </div>
      <AskPassphrase
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onRotated={(key) => {
          setAsking(false)
          setRecoveryKey(key)
        }}
      />
      <ShowRecoveryKey recoveryKey={recoveryKey} onClose={() => setRecoveryKey(undefined)} />
    </SettingGroup>
  )
}

type AskProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onRotated: (recoveryKey: string) => void
}

const AskPassphrase = ({ isOpen, onClose, onRotated }: AskProps) => {
  const { t } = useTranslation('settings')
  const rpc = useRpc()
  const hasPassphrase = useUnlockWays().ways?.includes('passphrase') !== false
  const [passphrase, setPassphrase] = useState('')
  const rotate = useMutation({
    mutationFn: () => rpc.practice.rotateKeys.mutate({ passphrase }),
    onSuccess: ({ recoveryKey }) => {
      setPassphrase('')
      onRotated(recoveryKey)
    },
  })
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('security.rotateDialog')}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('security.cancel')}
          </Button>
          <Button loading={rotate.isPending} onClick={() => rotate.mutate()}>
            {t('security.rotateConfirm')}
          </Button>
        </>
      }
    >
      <div className={css.group}>
        <p className={css.text}>{t('security.rotateDialogText')}</p>
        {hasPassphrase ? (
          <PassphraseField
            label={t('security.current')}
            value={passphrase}
            onChange={setPassphrase}
            error={isRpcError(rotate.error) ? rotate.error.message : undefined}
            texts={{ show: t('security.show'), hide: t('security.hide') }}
          />
        ) : (
          <RpcFailure error={rotate.error} />
        )}
      </div>
    </Dialog>
  )
}

const ShowRecoveryKey = ({
  recoveryKey,
  onClose,
}: {
  readonly recoveryKey: string | undefined
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('settings')
  const practice = usePractice().data?.practice.name ?? ''
  return (
    <Dialog
      isOpen={recoveryKey !== undefined}
      onClose={onClose}
      title={t('security.newRecoveryKey')}
      width={640}
      actions={<Button onClick={onClose}>{t('security.done')}</Button>}
    >
      <div className={css.group}>
        <p className={css.text}>{t('security.newRecoveryKeyText')}</p>
        <RecoveryKeyCard
          recoveryKey={recoveryKey ?? ''}
          texts={{
            label: t('security.keyLabel'),
            copy: t('security.copy'),
            copied: t('security.copied'),
            print: t('security.print'),
            sheetTitle: t('security.sheetTitle'),
            sheetText: t('security.sheetText', { practice }),
          }}
        />
      </div>
    </Dialog>
  )
}
