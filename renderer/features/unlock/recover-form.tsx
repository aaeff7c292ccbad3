/** Sets a new passphrase with the recovery key, then opens the account. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/fields/text-field.tsx'
import { checkPassphrase, type PassphraseProblemField } from '../first-run/check-draft.ts'
import { PassphrasePair } from '../first-run/passphrase-pair.tsx'
import { RpcFailure } from '../first-run/rpc-failure.tsx'
import { ScreenTitle } from '../first-run/screen-title.tsx'
import { useProblems } from '../first-run/use-problems.ts'
import { UnlockFrame } from './unlock-frame.tsx'
import css from './unlock.module.css'
import { useRecover } from './use-unlock.ts'

export type RecoverFormProps = {
  readonly accountId: string
  readonly dataDir: string
  readonly onUnlocked: (accountId: string) => void
  readonly onBack: () => void
  readonly onCreate: () => void
}

export const RecoverForm = ({ accountId, dataDir, onUnlocked, onBack, onCreate }: RecoverFormProps) => {
  const { t } = useTranslation('unlock')
  const { t: tFirstRun } = useTranslation('firstRun')
  const id = useId()
  const [recoveryKey, setRecoveryKey] = useState('')
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' })
  const recover = useRecover()
  const { form, problemOf, onLeave, checkAll } = useProblems<'key' | PassphraseProblemField>({
    ...(recoveryKey.trim() === '' && { key: t('recover.keyMissing') }),
    ...checkPassphrase(typed, tFirstRun),
  })
  const keyRefusal = (): string | undefined => {
    switch (recover.error?.tag) {
      case 'RecoveryKeyMistyped':
        return t('recover.keyMistyped')
      case 'WrongRecoveryKey':
        return t('recover.keyWrong')
      default:
        return undefined
    }
  }
  const submit = (): void => {
    if (recover.isPending || !checkAll()) return
    recover.mutate(
      { accountId, recoveryKey, newPassphrase: typed.passphrase },
      {
        onSuccess: () => onUnlocked(accountId),
        onError: () => form.current?.querySelector('input')?.focus(),
      },
    )
  }
  return (
    <UnlockFrame
      dataDir={dataDir}
      onCreate={onCreate}
      back={recover.isPending ? undefined : { label: t('recover.back'), onBack }}
      primary={{
        label: recover.isPending ? t('recover.setting') : t('recover.set'),
        form: `${id}-form`,
        isBusy: recover.isPending,
        isLast: true,
      }}
    >
      <ScreenTitle id={id} title={t('recover.title')} help={t('recover.help')} />
      <form
        ref={form}
        id={`${id}-form`}
        aria-labelledby={id}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          label={t('recover.key')}
          help={t('recover.keyHelp')}
          value={recoveryKey}
          onChange={(key) => {
            setRecoveryKey(key)
            recover.reset()
          }}
          error={problemOf('key') ?? keyRefusal()}
          input={{ autoFocus: true, autoComplete: 'off', spellCheck: false, maxLength: 200, className: css.key }}
        />
        <PassphrasePair
          {...typed}
          onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
          problemOf={problemOf}
          onLeave={onLeave}
          label={t('recover.passphrase')}
          help={t('recover.passphraseHelp')}
        />
      </form>
      <RpcFailure error={keyRefusal() === undefined ? recover.error : null} />
    </UnlockFrame>
  )
}
