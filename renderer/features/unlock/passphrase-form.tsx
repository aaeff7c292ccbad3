/** Asks for the passphrase of an account; a wrong one is said at the field, where it can be corrected. */
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '#renderer/components/feedback/visually-hidden.tsx'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import css from './unlock.module.css'
import { useGrowingWait, waitAfter } from './use-growing-wait.ts'
import { useUnlock } from './use-unlock.ts'

export type PassphraseFormProps = {
  readonly accountId: string
  /** The id of the title. */
  readonly labelledBy: string
  readonly autoFocus: boolean
  readonly onUnlocked: (accountId: string) => void
  readonly onRecover: () => void
}

export const PassphraseForm = (props: PassphraseFormProps) => {
  const { accountId, labelledBy, autoFocus, onUnlocked, onRecover } = props
  const { t } = useTranslation('unlock')
  const form = useRef<HTMLFormElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<'none' | 'missing' | 'wrong'>('none')
  const wait = useGrowingWait()
  const unlock = useUnlock()
  const other = unlock.error?.tag === 'WrongPassphrase' ? null : unlock.error
  const errorWords = (): string | undefined => {
    if (problem === 'none') return undefined
    if (problem === 'missing') return t('missing')
    if (wait.left > 0) return t('wrongWait', { seconds: wait.left })
    return wait.wrong > 2 ? t('wrongAgain') : t('wrong')
  }
  const saidAfter = (wrong: number): string => {
    const seconds = waitAfter(wrong)
    return seconds > 0 ? t('wrongWait', { seconds }) : t('wrong')
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
    <>
      <form
        ref={form}
        aria-labelledby={labelledBy}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          tryIt()
        }}
      >
        <PassphraseField
          label={t('passphrase')}
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed)
            if (wait.left === 0) setProblem('none')
          }}
          error={errorWords()}
          texts={{ show: t('show'), hide: t('hide') }}
          autoFocus={autoFocus}
        />
        <VisuallyHidden>
          {/* The focus is on the field already, so its error has to be said. */}
          <span key={wait.wrong} role="alert">
            {wait.wrong > 0 ? saidAfter(wait.wrong) : ''}
          </span>
        </VisuallyHidden>
        <div className={css.actions}>
          <Button type="submit" aria-disabled={unlock.isPending || wait.left > 0 || undefined}>
            {unlock.isPending ? t('unlocking') : t('unlock')}
          </Button>
          <Button variant="subtle" onClick={onRecover}>
            {t('useRecovery')}
          </Button>
        </div>
      </form>
      <RpcFailure error={other} />
    </>
  )
}
