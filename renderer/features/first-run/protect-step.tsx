/** What opens the account: the passphrase that encrypts everything, typed twice, or the keychain; with the warning before it. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { checkPassphrase } from './check-draft.ts'
import type { Draft } from './draft.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import css from './form.module.css'
import { Notice } from './notice.tsx'
import { PassphrasePair } from './passphrase-pair.tsx'
import { ProtectionChoice } from './protection-choice.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { useProblems } from '#renderer/components/fields/use-problems.ts'

export type ProtectStepProps = {
  /** The keychain of this computer, for people, where there is one. */
  readonly keychain: string | undefined
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly onBack: () => void
  readonly onCreate: () => void
  readonly isBusy: boolean
  readonly error: Error | null
}

export const ProtectStep = ({ keychain, draft, onChange, onBack, onCreate, isBusy, error }: ProtectStepProps) => {
  const { t } = useTranslation('firstRun')
  const id = useId()
  const isKeychain = keychain !== undefined && draft.protection === 'keychain'
  const { form, problemOf, onLeave, checkAll } = useProblems(isKeychain ? {} : checkPassphrase(draft, t))
  return (
    <FirstRunFrame
      mode={draft.mode}
      step="protect"
      back={isBusy ? undefined : { label: t('back'), onBack }}
      primary={{ label: isBusy ? t('protect.creating') : t('protect.create'), form: `${id}-form`, isBusy }}
    >
      <WizardTitle
        id={id}
        title={t(keychain === undefined ? 'protect.title' : 'protect.titleChoice')}
        help={t(keychain === undefined ? 'protect.help' : 'protect.helpChoice')}
      />
      <form
        ref={form}
        id={`${id}-form`}
        aria-labelledby={id}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy && checkAll()) onCreate()
        }}
      >
        {keychain === undefined ? null : (
          <ProtectionChoice
            keychain={keychain}
            value={draft.protection}
            onChange={(protection) => onChange({ protection })}
          />
        )}
        <Notice>{t(isKeychain ? 'protect.warningKeychain' : 'protect.warning')}</Notice>
        {isKeychain ? null : (
          <PassphrasePair
            passphrase={draft.passphrase}
            repeated={draft.repeated}
            onChange={onChange}
            problemOf={problemOf}
            onLeave={onLeave}
            label={t('protect.passphrase')}
            help={t('protect.passphraseHelp')}
            autoFocus={keychain === undefined}
          />
        )}
      </form>
      <RpcFailure error={error} />
    </FirstRunFrame>
  )
}
