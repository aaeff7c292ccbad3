/** The first run: which screen is up, and what was typed so far. */
import { useState } from 'react'
import type { NewAccountKeys } from '#api/engine.ts'
import { OpenFolderScreen } from '../folder/open-folder-screen.tsx'
import { ClientsStep } from './clients-step.tsx'
import { pickTwoGroups } from './confirm-groups.ts'
import { DefaultsStep } from './defaults-step.tsx'
import { emptyDraft, type Draft } from './draft.ts'
import { ModeStep } from './mode-step.tsx'
import { PracticeStep } from './practice-step.tsx'
import { ProtectStep } from './protect-step.tsx'
import { RecoveryCheck } from './recovery-check.tsx'
import { RecoveryKey } from './recovery-key.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { RestoreScreen } from '../restore/restore-screen.tsx'
import { SampleScreen } from './sample-screen.tsx'
import { useCreateAccount, useSoloWorkspace } from './use-create-account.ts'

export type FirstRunProps = {
  /** The keychain of this computer, for people, where there is one. */
  readonly keychain: string | undefined
  /** Before the account is made: from then on the wizard stays up although an account is open. */
  readonly onBegin: () => void
  readonly onDone: (accountId: string) => void
  /** Back to the accounts that exist, where there are any. */
  readonly onLeave?: (() => void) | undefined
}

type Screen =
  | 'mode'
  | 'sample'
  | 'folder'
  | 'restore'
  | 'practice'
  | 'defaults'
  | 'protect'
  | 'recoveryKey'
  | 'recoveryCheck'
  | 'clients'

export const FirstRun = ({ keychain, onBegin, onDone, onLeave }: FirstRunProps) => {
  const [screen, setScreen] = useState<Screen>('mode')
  const [draft, setDraft] = useState(emptyDraft)
  const [keys, setKeys] = useState<NewAccountKeys>()
  const [asked] = useState(() => pickTwoGroups(9))
  const account = useCreateAccount(onBegin)
  const workspace = useSoloWorkspace()
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))

  // A single organization has no clients to decide for.
  const hasDefaults = draft.mode === 'partner'
  const afterPractice: Screen = hasDefaults ? 'defaults' : 'protect'
  const beforeProtect: Screen = hasDefaults ? 'defaults' : 'practice'

  const create = (): void =>
    account.mutate(draft, {
      onSuccess: (created) => {
        setKeys(created)
        change({ passphrase: '', repeated: '' })
        setScreen('recoveryKey')
        if (draft.mode === 'solo') workspace.mutate(draft)
      },
    })
  const leaveRecovery = (accountId: string): void => {
    if (draft.mode === 'partner') setScreen('clients')
    else if (workspace.isSuccess) onDone(accountId)
    else workspace.mutate(draft, { onSuccess: () => onDone(accountId) })
  }

  if (keys === undefined) {
    switch (screen) {
      case 'sample':
        return <SampleScreen onBack={() => setScreen('mode')} onBegin={onBegin} onDone={onDone} />
      case 'folder':
        return <OpenFolderScreen onBack={() => setScreen('mode')} />
      case 'restore':
        return (
          <RestoreScreen
            onBack={() => setScreen('mode')}
            onBegin={onBegin}
            onDone={onDone}
            onUnlock={() => onLeave?.()}
          />
        )
      case 'practice':
        return (
          <PracticeStep
            draft={draft}
            onChange={change}
            onBack={() => setScreen('mode')}
            onNext={() => setScreen(afterPractice)}
          />
        )
      case 'defaults':
        return (
          <DefaultsStep
            draft={draft}
            onChange={change}
            onBack={() => setScreen('practice')}
            onNext={() => setScreen('protect')}
          />
        )
      case 'protect':
        return (
          <ProtectStep
            keychain={keychain}
            draft={draft}
            onChange={change}
            onBack={() => setScreen(beforeProtect)}
            onCreate={create}
            isBusy={account.isPending}
            error={account.error}
          />
        )
      default:
        return (
          <ModeStep
            mode={draft.mode}
            onChoose={(mode) => change({ mode })}
            onNext={() => setScreen('practice')}
            onSample={() => setScreen('sample')}
            onFolder={() => setScreen('folder')}
            onRestore={() => setScreen('restore')}
            onLeave={onLeave}
          />
        )
    }
  }
  if (screen === 'clients') return <ClientsStep onDone={() => onDone(keys.accountId)} />
  const { recoveryKey, accountId } = keys
  return screen === 'recoveryCheck' ? (
    <RecoveryCheck
      mode={draft.mode}
      recoveryKey={recoveryKey}
      asked={asked}
      onBack={() => setScreen('recoveryKey')}
      onNext={() => leaveRecovery(accountId)}
      isBusy={workspace.isPending}
      failure={<RpcFailure error={workspace.error} />}
    />
  ) : (
    <RecoveryKey
      mode={draft.mode}
      practiceName={draft.name}
      recoveryKey={recoveryKey}
      onNext={() => setScreen('recoveryCheck')}
    />
  )
}
