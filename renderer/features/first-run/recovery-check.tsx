/** Two groups of the recovery key, typed from the copy: the proof that there is one. */
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { isSameGroup } from './confirm-groups.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import css from './form.module.css'
import { useProblems, type Problems } from '#renderer/components/fields/use-problems.ts'

export type RecoveryCheckProps = {
  readonly mode: PracticeMode
  readonly recoveryKey: string
  /** Which groups are asked for, counted from 0. */
  readonly asked: readonly [number, number]
  readonly onBack: () => void
  readonly onNext: () => void
  readonly isBusy: boolean
  readonly failure: ReactNode
}

export const RecoveryCheck = ({ mode, recoveryKey, asked, onBack, onNext, isBusy, failure }: RecoveryCheckProps) => {
  const { t } = useTranslation('firstRun')
  const id = useId()
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const groups = recoveryKey.split('-')
  const problem = (at: 0 | 1): string | undefined => {
    const number = asked[at] + 1
    if (typed[at].trim() === '') return t('recovery.groupMissing', { number })
    return isSameGroup(typed[at], groups[asked[at]] ?? '') ? undefined : t('recovery.groupDiffers', { number })
  }
  const first = problem(0)
  const second = problem(1)
  const problems: Problems<'0' | '1'> = {
    ...(first !== undefined && { 0: first }),
    ...(second !== undefined && { 1: second }),
  }
  const { form, problemOf, onLeave, checkAll } = useProblems(problems)
  return (
    <FirstRunFrame
      mode={mode}
      step="protect"
      back={{ label: t('back'), onBack }}
      primary={{ label: t('continue'), form: `${id}-form`, isBusy }}
    >
      <WizardTitle id={id} title={t('recovery.confirmTitle')} help={t('recovery.confirmHelp')} />
      <form
        ref={form}
        id={`${id}-form`}
        aria-labelledby={id}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy && checkAll()) onNext()
        }}
      >
        <TextField
          label={t('recovery.group', { number: asked[0] + 1 })}
          help={t('recovery.groupHelp')}
          value={typed[0]}
          onChange={(text) => setTyped([text, typed[1]])}
          error={problemOf('0')}
          input={{ ...keyInput, autoFocus: true, onBlur: () => onLeave('0', typed[0]) }}
        />
        <TextField
          label={t('recovery.group', { number: asked[1] + 1 })}
          help={t('recovery.groupHelp')}
          value={typed[1]}
          onChange={(text) => setTyped([typed[0], text])}
          error={problemOf('1')}
          input={{ ...keyInput, onBlur: () => onLeave('1', typed[1]) }}
        />
        {failure}
      </form>
    </FirstRunFrame>
  )
}

const keyInput = { autoComplete: 'off', spellCheck: false, maxLength: 20, className: css.group } as const
