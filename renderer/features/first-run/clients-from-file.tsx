/** A list from a CSV or Excel file: choose it, watch it come in, see what was refused. */
import { FileButton, Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import css from './clients-from-file.module.css'
import { checkListFile } from './check-list-file.ts'
import { Failure } from './failure.tsx'
import { FirstRunFrame } from './first-run-frame.tsx'
import { ImportFailure } from './import-failure.tsx'
import { ImportResult } from './import-result.tsx'
import { JobProgress } from './job-progress.tsx'
import type { ClientImport } from './use-client-import.ts'

export type ClientsFromFileProps = {
  readonly list: ClientImport
  readonly onBack: () => void
  readonly onDone: () => void
}

export const ClientsFromFile = ({ list, onBack, onDone }: ClientsFromFileProps) => {
  const { t, i18n } = useTranslation('firstRun')
  const id = useId()
  const [file, setFile] = useState<File>()
  const chooser = useRef<HTMLButtonElement>(null)
  const { state } = list
  const problem = file === undefined ? undefined : checkListFile(file, t)
  const canStart = file !== undefined && problem === undefined
  useEffect(() => chooser.current?.focus(), [])

  const choose = (chosen: File | null): void => {
    if (chosen === null) return
    list.reset()
    setFile(chosen)
  }
  if (state.phase === 'done') {
    const showAnother = (): void => {
      list.reset()
      setFile(undefined)
    }
    return (
      <FirstRunFrame
        mode="partner"
        step="clients"
        back={{ label: t('back'), onBack: showAnother }}
        primary={{ label: t('clients.open'), onAct: onDone, isLast: true }}
      >
        <ImportResult report={state.report} fileName={file?.name ?? ''} />
      </FirstRunFrame>
    )
  }
  const isRunning = state.phase === 'running'
  return (
    <FirstRunFrame
      mode="partner"
      step="clients"
      back={isRunning ? undefined : { label: t('back'), onBack }}
      primary={
        canStart && !isRunning ? { label: t('file.start'), onAct: () => list.start(file), isLast: true } : undefined
      }
    >
      <WizardTitle id={id} title={t('file.title')} help={t('file.help')} />
      <p className={css.optional}>{t('file.optional')}</p>
      <div className={css.chosen}>
        {file !== undefined && (
          <span className={css.name}>
            {t('file.chosen', { name: file.name, size: formatSize(file.size, i18n.language) })}
          </span>
        )}
        {!isRunning && (
          <FileButton accept=".csv,.xlsx,text/csv" onChange={choose}>
            {(props) => (
              <Button {...props} ref={chooser} variant={file === undefined ? 'filled' : 'subtle'}>
                {file === undefined ? t('file.choose') : t('file.chooseAnother')}
              </Button>
            )}
          </FileButton>
        )}
        {file === undefined && <span className={css.meta}>{t('file.accepted')}</span>}
      </div>
      {problem !== undefined && <Failure message={problem} />}
      {isRunning && (
        <JobProgress
          label={t('file.progressLabel')}
          words={
            state.total === 0
              ? t('file.reading', { name: file?.name ?? '' })
              : t('file.progress', { done: state.done, total: state.total })
          }
          done={state.done}
          total={state.total}
          onCancel={list.cancel}
          cancel={t('file.cancel')}
        />
      )}
      <ImportFailure state={state} />
    </FirstRunFrame>
  )
}

const formatSize = (bytes: number, locale: string): string => {
  const unit = bytes < 1000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const value = bytes / { byte: 1, kilobyte: 1000, megabyte: 1_000_000 }[unit]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(value)
}
