/** The file of a handed-over client and its passphrase: in a dialog, and as a step of the first run. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { Failure } from '#renderer/components/states/failure.tsx'
import { PathField } from '../folder/path-field.tsx'
import { LeavingProgress } from './leaving-progress.tsx'
import css from './leaving.module.css'
import type { TakeOver } from './use-take-over.ts'

const takesFocus = { 'data-autofocus': true }

export const TakeOverForm = ({ id, takeOver }: { readonly id: string; readonly takeOver: TakeOver }) => {
  const { t } = useTranslation('leaving')
  const [isAsked, setAsked] = useState(false)
  const { draft, onChange, job } = takeOver
  const pathMissing = isAsked && draft.path.trim() === ''
  const passphraseMissing = isAsked && draft.passphrase === ''
  return (
    <form
      id={id}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (draft.path.trim() !== '' && draft.passphrase !== '' && !job.isBusy) job.start(draft)
      }}
    >
      {job.isRunning ? (
        <LeavingProgress words={t('takeOver.working')} job={job} />
      ) : (
        <>
          <PathField
            choice={{ kind: 'file' }}
            label={t('takeOver.path')}
            help={t('takeOver.pathHelp', { example: examplePath })}
            value={draft.path}
            onChange={(path) => onChange({ path })}
            error={pathMissing ? t('takeOver.pathMissing') : undefined}
            input={{ ...takesFocus, spellCheck: false }}
          />
          <PassphraseField
            label={t('takeOver.passphrase')}
            value={draft.passphrase}
            onChange={(passphrase) => onChange({ passphrase })}
            error={passphraseMissing ? t('takeOver.passphraseMissing') : undefined}
            texts={{ show: t('show'), hide: t('hide') }}
          />
        </>
      )}
      {job.failure !== undefined && <Failure {...job.failure} />}
    </form>
  )
}

/** As paths look on this system. */
const examplePath = navigator.userAgent.includes('Windows')
  ? 'C:\\Users\\you\\Downloads\\hand-over.securatlas'
  : '/home/you/Downloads/hand-over.securatlas'
