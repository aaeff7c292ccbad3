/** A list of clients from a CSV or Excel file: choose it, watch it come in, see what was refused. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { checkListFile } from '../first-run/check-list-file.ts'
import { useClientImport } from '../first-run/use-client-import.ts'
import { ImportFileStep } from './import-file-step.tsx'
import { ImportReportStep } from './import-report-step.tsx'

export type ImportDialogProps = { readonly isOpen: boolean; readonly onClose: () => void }

/** An import goes on while the dialog is closed, and is there again when it is opened. */
export const ImportDialog = ({ isOpen, onClose }: ImportDialogProps) => {
  const { t } = useTranslation('clients')
  const { t: firstRun } = useTranslation('firstRun')
  const [file, setFile] = useState<File>()
  const list = useClientImport()
  const { state } = list
  const problem = file === undefined ? undefined : checkListFile(file, firstRun)
  const forget = (): void => {
    list.reset()
    setFile(undefined)
  }
  const close = (): void => {
    onClose()
    if (state.phase !== 'running') forget()
  }
  if (state.phase === 'done') {
    return (
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t('importer.title')}
        width={640}
        actions={
          <>
            <Button variant="default" onClick={forget}>
              {t('importer.again')}
            </Button>
            <Button data-autofocus onClick={close}>
              {t('importer.done')}
            </Button>
          </>
        }
      >
        <ImportReportStep report={state.report} fileName={file?.name ?? ''} />
      </Dialog>
    )
  }
  const isRunning = state.phase === 'running'
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t('importer.title')}
      width={640}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {isRunning ? t('close') : t('cancel')}
          </Button>
          <Button
            disabled={file === undefined || problem !== undefined}
            loading={isRunning}
            onClick={() => file !== undefined && list.start(file)}
          >
            {t('importer.start')}
          </Button>
        </>
      }
    >
      <ImportFileStep
        file={file}
        problem={problem}
        list={list}
        onChoose={(chosen) => {
          list.reset()
          setFile(chosen)
        }}
      />
    </Dialog>
  )
}
