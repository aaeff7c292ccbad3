/** Name, contact, time zone and currency of the practice, or of the one organization. */
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '#renderer/components/fields/select-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { checkPractice } from './check-draft.ts'
import { listCurrencies, nameCurrency } from '#renderer/region/currencies.ts'
import type { Draft } from './draft.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import css from './form.module.css'
import { listTimeZones } from '#renderer/region/time-zones.ts'
import { useProblems } from '#renderer/components/fields/use-problems.ts'

export type PracticeStepProps = {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

export const PracticeStep = ({ draft, onChange, onBack, onNext }: PracticeStepProps) => {
  const { t, i18n } = useTranslation('firstRun')
  const id = useId()
  const { form, problemOf, onLeave, checkAll } = useProblems(checkPractice(draft, t))
  const zones = useMemo(() => listTimeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), [])
  const currencies = useMemo(
    () => listCurrencies().map((code) => ({ value: code, label: nameCurrency(code, i18n.language) })),
    [i18n.language],
  )
  const isSolo = draft.mode === 'solo'
  return (
    <FirstRunFrame
      mode={draft.mode}
      step="practice"
      back={{ label: t('back'), onBack }}
      primary={{ label: t('continue'), form: `${id}-form` }}
    >
      <WizardTitle
        id={id}
        title={t(isSolo ? 'practice.titleSolo' : 'practice.title')}
        help={t(isSolo ? 'practice.helpSolo' : 'practice.help')}
      />
      <form
        ref={form}
        id={`${id}-form`}
        aria-labelledby={id}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (checkAll()) onNext()
        }}
      >
        <TextField
          label={t(isSolo ? 'practice.nameSolo' : 'practice.name')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          error={problemOf('name')}
          input={{ autoComplete: 'organization', autoFocus: true, onBlur: () => onLeave('name', draft.name) }}
        />
        <TextField
          label={t('practice.email')}
          value={draft.contactEmail}
          onChange={(contactEmail) => onChange({ contactEmail })}
          error={problemOf('contactEmail')}
          input={{ type: 'email', autoComplete: 'email', onBlur: () => onLeave('contactEmail', draft.contactEmail) }}
        />
        <SelectField
          label={t('practice.timezone')}
          help={t('practice.timezoneHelp')}
          options={zones}
          value={draft.timezone}
          onChange={(timezone) => onChange({ timezone })}
          error={problemOf('timezone')}
          nothingFound={t('practice.nothingFound')}
        />
        <SelectField
          label={t('practice.currency')}
          help={isSolo ? undefined : t('practice.currencyHelp')}
          options={currencies}
          value={draft.currency}
          onChange={(currency) => onChange({ currency })}
          error={problemOf('currency')}
          nothingFound={t('practice.nothingFound')}
        />
      </form>
    </FirstRunFrame>
  )
}
