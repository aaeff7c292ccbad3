/** The passphrase that encrypts everything, typed twice, with the warning before it. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { checkPassphrase } from './check-draft.ts'
import type { Draft } from './draft.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import css from './form.module.css'
import { Notice } from './notice.tsx'
import { PassphrasePair } from './passphrase-pair.tsx'
import { RpcFailure } from './rpc-failure.tsx'
import { useProblems } from './use-problems.ts'

export type ProtectStepProps = {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly onBack: () => void
  readonly onCreate: () => void
  readonly isBusy: boolean
  readonly error: Error | null
}

export const ProtectStep = ({ draft, onChange, onBack, onCreate, isBusy, error }: ProtectStepProps) => {
  const { t } = useTranslation('firstRun')
  const id = useId()
  const { form, problemOf, onLeave, checkAll } = useProblems(checkPassphrase(draft, t))
  return (
    <FirstRunFrame
      mode={draft.mode}
      step="protect"
      back={isBusy ? undefined : { label: t('back'), onBack }}
      primary={{ label: isBusy ? t('protect.creating') : t('protect.create'), form: `${id}-form`, isBusy }}
    >
      <WizardTitle id={id} title={t('protect.title')} help={t('protect.help')} />
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
        <Notice>{t('protect.warning')}</Notice>
        <PassphrasePair
          passphrase={draft.passphrase}
          repeated={draft.repeated}
          onChange={onChange}
          problemOf={problemOf}
          onLeave={onLeave}
          label={t('protect.passphrase')}
          help={t('protect.passphraseHelp')}
          autoFocus
        />
      </form>
      <RpcFailure error={error} />
    </FirstRunFrame>
  )
}
