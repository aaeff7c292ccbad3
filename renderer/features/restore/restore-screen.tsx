/** Before the portal: a whole account out of a backup, with what came back, and the way into it. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import { SetUpFrame } from '../first-run/set-up-frame.tsx'
import { useUnlock } from '../unlock/use-unlock.ts'
import { emptyRestore, RestoreForm, secretOf } from './restore-form.tsx'
import { RestoredAccount } from './restored-account.tsx'
import { useRestoreAccount } from './use-restore-account.ts'

export type RestoreScreenProps = {
  readonly onBack: () => void
  /** From here on an account may stand in the folder, and this screen stays up. */
  readonly onBegin: () => void
  readonly onDone: (accountId: string) => void
  /** To the lock of the account, where a recovery key sets a new passphrase. */
  readonly onUnlock: () => void
}

export const RestoreScreen = ({ onBack, onBegin, onDone, onUnlock }: RestoreScreenProps) => {
  const { t } = useTranslation('restore')
  const id = useId()
  const { share } = useRegionFormats()
  const [draft, setDraft] = useState(emptyRestore)
  const { state, start, cancel } = useRestoreAccount()
  const unlock = useUnlock()
  if (state.phase === 'done') {
    const { accountId } = state.restored
    const open = (): void =>
      unlock.mutate({ accountId, passphrase: draft.passphrase }, { onSuccess: () => onDone(accountId) })
    const byPassphrase = draft.opensWith === 'passphrase'
    return (
      <SetUpFrame
        railLabel={t('title')}
        primary={{
          label: t(byPassphrase ? 'open' : 'unlock'),
          onAct: byPassphrase ? open : onUnlock,
          isBusy: unlock.isPending,
          isLast: true,
        }}
      >
        <RestoredAccount restored={state.restored} />
        <RpcFailure error={unlock.error} />
      </SetUpFrame>
    )
  }
  const isRunning = state.phase === 'running'
  return (
    <SetUpFrame
      railLabel={t('title')}
      back={isRunning ? undefined : { label: t('back'), onBack }}
      primary={isRunning ? undefined : { label: t('start'), form: `${id}-form`, isLast: true }}
    >
      <WizardTitle id={id} title={t('title')} help={t('help')} />
      {isRunning ? (
        <JobProgress
          label={t('title')}
          words={state.total === 0 ? t('reading') : t('progress', { share: share(state.done, state.total) })}
          done={state.done}
          total={state.total}
          cancel={t('cancel')}
          onCancel={cancel}
        />
      ) : (
        <>
          <RestoreForm
            id={`${id}-form`}
            labelledBy={id}
            draft={draft}
            onChange={setDraft}
            onStart={() => {
              onBegin()
              start(draft.path.trim(), secretOf(draft))
            }}
          />
          <RpcFailure error={state.error} />
          {state.isCancelled && <p role="status">{t('cancelled')}</p>}
        </>
      )}
    </SetUpFrame>
  )
}
