/** Asks for the passphrase of an account; a wrong one is said at the field, where it can be corrected. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseField } from '../../components/fields/passphrase-field.tsx'
import { RpcFailure } from '../first-run/rpc-failure.tsx'
import { ScreenTitle } from '../first-run/screen-title.tsx'
import { UnlockFrame } from './unlock-frame.tsx'
import css from './unlock.module.css'
import { useGrowingWait } from './use-growing-wait.ts'
import { useUnlock } from './use-unlock.ts'

export type PassphraseFormProps = {
  readonly accountId: string
  readonly help: string
  readonly dataDir: string
  /** The choice of the account, where there are several. */
  readonly choice: ReactNode
  readonly onUnlocked: (accountId: string) => void
  readonly onRecover: () => void
  readonly onCreate: () => void
}

export const PassphraseForm = (props: PassphraseFormProps) => {
  const { accountId, help, dataDir, choice, onUnlocked, onRecover, onCreate } = props
  const { t } = useTranslation('unlock')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<'none' | 'missing' | 'wrong'>('none')
  const wait = useGrowingWait()
  const unlock = useUnlock()
  const other = unlock.error?.tag === 'WrongPassphrase' ? null : unlock.error
  // Another account is another question.
  useEffect(() => {
    setPassphrase('')
    setProblem('none')
    wait.forget()
    unlock.reset()
  }, [accountId])

  const errorWords = (): string | undefined => {
    if (problem === 'none') return undefined
    if (problem === 'missing') return t('missing')
    if (wait.left > 0) return t('wrongWait', { seconds: wait.left })
    return wait.wrong > 2 ? t('wrongAgain') : t('wrong')
  }
  const tryIt = (): void => {
    if (unlock.isPending || wait.left > 0) return
    if (passphrase === '') return setProblem('missing')
    unlock.mutate(
      { accountId, passphrase },
      {
        onSuccess: () => onUnlocked(accountId),
        onError: ({ tag }) => {
          if (tag !== 'WrongPassphrase') return setProblem('none')
          setProblem('wrong')
          wait.countWrong()
          const field = form.current?.querySelector<HTMLInputElement>('input[autocomplete="current-password"]')
          field?.focus()
          field?.select()
        },
      },
    )
  }
  return (
    <UnlockFrame
      dataDir={dataDir}
      onCreate={onCreate}
      primary={{
        label: unlock.isPending ? t('unlocking') : t('unlock'),
        form: `${id}-form`,
        isBusy: unlock.isPending || wait.left > 0,
        isLast: true,
      }}
    >
      <ScreenTitle id={id} title={t('title')} help={help} />
      <form
        ref={form}
        id={`${id}-form`}
        aria-labelledby={id}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          tryIt()
        }}
      >
        {choice}
        <PassphraseField
          label={t('passphrase')}
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed)
            if (wait.left === 0) setProblem('none')
          }}
          error={errorWords()}
          texts={{ show: t('show'), hide: t('hide') }}
          autoFocus
        />
        <button type="button" className={css.link} onClick={onRecover}>
          {t('useRecovery')}
        </button>
      </form>
      <RpcFailure error={other} />
    </UnlockFrame>
  )
}
