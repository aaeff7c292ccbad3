/** The file of an import, and how far it has come. */
import { Button, FileButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../first-run/failure.tsx'
import { ImportFailure } from '../first-run/import-failure.tsx'
import { JobProgress } from '../first-run/job-progress.tsx'
import type { ClientImport } from '../first-run/use-client-import.ts'
import css from './import-dialog.module.css'
import { useFormats } from './use-formats.ts'

export type ImportFileStepProps = {
  readonly file: File | undefined
  readonly problem: string | undefined
  readonly list: ClientImport
  readonly onChoose: (file: File) => void
}

export const ImportFileStep = ({ file, problem, list, onChoose }: ImportFileStepProps) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const { state } = list
  const isRunning = state.phase === 'running'
  return (
    <>
      <p className={css.help}>{t('importer.help')}</p>
      <p className={css.optional}>{t('importer.optional')}</p>
      <div className={css.chosen}>
        {file !== undefined && <span className={css.name}>{file.name}</span>}
        <FileButton
          accept=".csv,.xlsx,text/csv"
          onChange={(chosen) => chosen !== null && onChoose(chosen)}
          disabled={isRunning}
        >
          {(props) => (
            <Button {...props} variant={file === undefined ? 'default' : 'subtle'} disabled={isRunning} data-autofocus>
              {file === undefined ? t('importer.choose') : t('importer.chooseAnother')}
            </Button>
          )}
        </FileButton>
        {file === undefined && <span className={css.meta}>{t('importer.accepted')}</span>}
      </div>
      {problem !== undefined && <Failure message={problem} />}
      {isRunning && (
        <>
          <JobProgress
            label={t('importer.progressLabel')}
            words={
              state.total === 0
                ? t('importer.reading', { name: file?.name ?? '' })
                : t('importer.progress', { done: formats.number(state.done), total: formats.number(state.total) })
            }
            done={state.done}
            total={state.total}
            onCancel={list.cancel}
            cancel={t('importer.stop')}
          />
          <p className={css.optional}>{t('importer.goesOn')}</p>
        </>
      )}
      <ImportFailure state={state} />
    </>
  )
}
