/** The export of everything: plainly not encrypted, so it asks first. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedAll } from '#api/export-all.ts'
import { ConfirmDialog } from '#renderer/components/dialogs/confirm-dialog.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { PathField } from '../folder/path-field.tsx'
import { SettingGroup } from '../settings/setting-group.tsx'
import css from '../settings/settings.module.css'
import { useBackupFormats } from './use-backup-formats.ts'
import { useStartedJob } from './use-backups.ts'

export const ExportEverything = () => {
  const { t } = useTranslation('backups')
  const rpc = useRpc()
  const [path, setPath] = useState('')
  const [isAsking, setAsking] = useState(false)
  const { number, size } = useBackupFormats()
  const { start, isBusy, job, problem, cancel } = useStartedJob((to: string) =>
    rpc.backups.startExportAll.mutate({ path: to }),
  )
  const [isTried, setTried] = useState(false)
  const ask = (): void => {
    setTried(true)
    setAsking(path.trim() !== '')
  }
  const done = job?.state === 'done' ? (job.result as ExportedAll) : undefined
  return (
    <SettingGroup title={t('export.title')} text={t('export.text')}>
      <PathField
        choice={{ kind: 'newFile', name: 'securatlas-export.zip' }}
        label={t('export.file')}
        value={path}
        onChange={setPath}
        help={t('export.fileHelp')}
        error={isTried && path.trim() === '' ? t('export.empty') : problem}
      />
      {job?.state === 'running' ? (
        <JobProgress
          label={t('export.title')}
          words={t('export.running', { done: number(job.done), total: number(job.total) })}
          done={job.done}
          total={job.total}
          cancel={t('export.cancel')}
          onCancel={cancel}
        />
      ) : (
        <div className={css.actions}>
          <Button variant="default" loading={isBusy} onClick={ask}>
            {t('export.action')}
          </Button>
        </div>
      )}
      {done === undefined ? null : (
        <p role="status">{t('export.done', { count: done.clients, size: size(done.bytes) })}</p>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          start(path.trim())
        }}
        title={t('export.ask')}
        confirm={t('export.confirm')}
        cancel={t('export.cancel')}
      >
        {t('export.askText')}
      </ConfirmDialog>
    </SettingGroup>
  )
}
