/** Makes an account with invented clients to look around in. */
import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { checkPassphrase } from './check-draft.ts'
import { Failure } from '#renderer/components/states/failure.tsx'
import css from './form.module.css'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { PassphrasePair } from './passphrase-pair.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import { SetUpFrame } from './set-up-frame.tsx'
import { useJob } from '../jobs/use-job.ts'
import { useProblems } from '#renderer/components/fields/use-problems.ts'
import { useCreateSample } from './use-sample.ts'

export type SampleScreenProps = {
  readonly onBack: () => void
  readonly onBegin: () => void
  readonly onDone: (accountId: string) => void
}

export const SampleScreen = ({ onBack, onBegin, onDone }: SampleScreenProps) => {
  const { t } = useTranslation('firstRun')
  const id = useId()
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' })
  const { form, problemOf, onLeave, checkAll } = useProblems(checkPassphrase(typed, t))
  const sample = useCreateSample(onBegin)
  const accountId = sample.data?.accountId
  const { job, error } = useJob(sample.data?.job.jobId)
  const isDone = job?.state === 'done'
  const isUnfinished = error !== undefined || job?.state === 'failed' || job?.state === 'cancelled'
  const open = useEffectEvent(onDone)
  useEffect(() => {
    if (isDone && accountId !== undefined) open(accountId)
  }, [isDone, accountId])

  const isBusy = sample.isPending || accountId !== undefined
  return (
    <SetUpFrame
      railLabel={t('steps.label')}
      back={isBusy ? undefined : { label: t('back'), onBack }}
      primary={isBusy ? undefined : { label: t('sample.create'), form: `${id}-form`, isLast: true }}
    >
      <WizardTitle id={id} title={t('sample.title')} help={t('sample.help')} />
      {!isBusy && (
        <form
          ref={form}
          id={`${id}-form`}
          aria-labelledby={id}
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (checkAll()) sample.mutate(typed.passphrase)
          }}
        >
          <PassphrasePair
            {...typed}
            onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
            problemOf={problemOf}
            onLeave={onLeave}
            label={t('protect.passphrase')}
            help={t('sample.passphraseHelp')}
            autoFocus
          />
          <p className={css.note}>{t('sample.noRecovery')}</p>
        </form>
      )}
      <RpcFailure error={sample.error} />
      {isBusy && !isUnfinished && (
        <JobProgress
          label={t('sample.progressLabel')}
          words={
            job === undefined || job.total === 0
              ? t('sample.preparing')
              : t('sample.progress', { done: job.done, total: job.total })
          }
          done={job?.done ?? 0}
          total={job?.total ?? 0}
        />
      )}
      {isUnfinished && accountId !== undefined && (
        <Failure message={t('sample.failed')}>
          <Button variant="default" onClick={() => onDone(accountId)}>
            {t('sample.openAnyway')}
          </Button>
        </Failure>
      )}
    </SetUpFrame>
  )
}
