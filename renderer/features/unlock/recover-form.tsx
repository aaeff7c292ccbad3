/** Sets a new passphrase with the recovery key, then opens the account. */
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { checkPassphrase, type PassphraseProblemField } from '../first-run/check-draft.ts'
import { PassphrasePair } from '../first-run/passphrase-pair.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { useProblems } from '#renderer/components/fields/use-problems.ts'
import css from './unlock.module.css'
import { useRecover } from './use-unlock.ts'

export type RecoverFormProps = {
  readonly accountId: string
  readonly onUnlocked: (accountId: string) => void
  readonly onBack: () => void
}

export const RecoverForm = ({ accountId, onUnlocked, onBack }: RecoverFormProps) => {
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
    <>
      <WizardTitle id={id} title={t('recover.title')} help={t('recover.help')} />
      <form
        ref={form}
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
        <div className={css.actions}>
          <Button type="submit" aria-disabled={recover.isPending || undefined}>
            {recover.isPending ? t('recover.setting') : t('recover.set')}
          </Button>
          {!recover.isPending && (
            <Button variant="subtle" onClick={onBack}>
              {t('recover.back')}
            </Button>
          )}
        </div>
      </form>
      <RpcFailure error={keyRefusal() === undefined ? recover.error : null} />
    </>
  )
}
