/** What the practice decides for its clients. Good values stand there already, so that Continue is enough. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { riskAppetites } from '#domain/defaults/default-settings.ts'
import { NumberField } from '#renderer/components/fields/number-field.tsx'
import { SelectField } from '#renderer/components/fields/select-field.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { checkDefaults } from './check-draft.ts'
import type { Draft, DraftDefaults } from './draft.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import css from './form.module.css'
import { useProblems } from '#renderer/components/fields/use-problems.ts'

export type DefaultsStepProps = {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

export const DefaultsStep = ({ draft, onChange, onBack, onNext }: DefaultsStepProps) => {
  const { t } = useTranslation('firstRun')
  const { t: words } = useTranslation('settings')
  const id = useId()
  const { defaults } = draft
  const { form, problemOf, onLeave, checkAll } = useProblems(checkDefaults(defaults, words))
  const set = (change: Partial<DraftDefaults>): void => onChange({ defaults: { ...defaults, ...change } })
  const number = (name: Exclude<keyof DraftDefaults, 'riskAppetite'>, decimals: number, isFirst = false) => (
    <NumberField
      label={words(`defaults.${name}`)}
      help={t(`defaults.${name}`)}
      optional={name === 'toleratedLossPercent' ? words('optional') : undefined}
      value={defaults[name]}
      decimals={decimals}
      onChange={(value) => set({ [name]: value })}
      error={problemOf(name)}
      input={{ autoFocus: isFirst, onBlur: () => onLeave(name, String(defaults[name] ?? '')) }}
    />
  )
  return (
    <FirstRunFrame
      mode={draft.mode}
      step="defaults"
      back={{ label: t('back'), onBack }}
      primary={{ label: t('continue'), form: `${id}-form` }}
    >
      <WizardTitle id={id} title={t('defaults.title')} help={t('defaults.help')} />
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
        {number('evidenceValidityDays', 0, true)}
        {number('evidenceWarningDays', 0)}
        {number('reviewCadenceMonths', 0)}
        <SelectField
          label={words('defaults.riskAppetite')}
          help={t('defaults.riskAppetite')}
          value={defaults.riskAppetite}
          options={riskAppetites.map((value) => ({ value, label: words(`defaults.appetites.${value}`) }))}
          onChange={(riskAppetite) => set({ riskAppetite })}
        />
        {number('toleratedLossPercent', 2)}
      </form>
    </FirstRunFrame>
  )
}
