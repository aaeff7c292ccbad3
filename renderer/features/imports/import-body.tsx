/** The body of an import at each of its steps; what stands around it, the portal's page or the wizard, brings the buttons. */
import { Button, FileButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../clients/use-formats.ts'
import { RpcFailureState } from '../clients/rpc-failure-state.tsx'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import css from './import-body.module.css'
import { ImportMatch } from './import-match.tsx'
import { ImportOutcomeView } from './import-outcome.tsx'
import { ImportTroubleState } from './import-trouble.tsx'
import type { ClientImport } from './use-import.ts'
import type { ImportPreviewState } from './use-import-preview.ts'

export type ImportBodyProps = {
  readonly list: ClientImport
  readonly preview: ImportPreviewState
  /** There is an elsewhere, and a status bar, while the import runs. */
  readonly canLeave: boolean
}

export const ImportBody = ({ list, preview, canLeave }: ImportBodyProps) => {
  const { t } = useTranslation('imports')
  const { step } = list
  switch (step.at) {
    case 'file':
      return (
        <>
          <p className={css.help}>{t('file.help')}</p>
          <div className={css.choose}>
            <FileButton accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv" onChange={(file) => file && list.choose(file)}>
              {(props) => (
                <Button {...props} data-autofocus autoFocus>
                  {t('file.choose')}
                </Button>
              )}
            </FileButton>
            <span className={css.meta}>{t('file.accepted')}</span>
          </div>
          {step.trouble !== undefined && <ImportTroubleState trouble={step.trouble} />}
        </>
      )
    case 'reading':
      return (
        <p className={css.help} role="status">
          {t('file.reading', { name: step.fileName })}
        </p>
      )
    case 'match':
      return (
        <>
          {step.trouble !== undefined && <ImportTroubleState trouble={step.trouble} />}
          <ImportMatch list={list} read={step.read} preview={preview} />
          {preview.error !== undefined && (
            <RpcFailureState error={preview.error} onRetry={preview.retry} place="inline" />
          )}
        </>
      )
    case 'running':
      return <Running {...{ list, canLeave }} {...step.job} fileName={step.fileName} />
    case 'done':
      return <ImportOutcomeView outcome={step.outcome} jobId={step.jobId} fileName={step.fileName} />
  }
}

type RunningProps = {
  readonly canLeave: boolean
  readonly list: ClientImport
  readonly done: number
  readonly total: number
  readonly fileName: string
}

const Running = ({ list, canLeave, done, total, fileName }: RunningProps) => {
  const { t } = useTranslation('imports')
  const formats = useFormats()
  const words =
    total === 0
      ? t('running.words', { name: fileName })
      : t('running.progress', { done: formats.number(done), total: formats.number(total) })
  return (
    <>
      <JobProgress
        label={t('running.label')}
        words={words}
        done={done}
        total={total}
        cancel={t('running.cancel')}
        onCancel={list.cancel}
      />
      {canLeave && <p className={css.meta}>{t('running.goesOn')}</p>}
    </>
  )
}
