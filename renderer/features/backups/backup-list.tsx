/** The backups that this device knows of, and the check of each. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, BackupCheck } from '#api/backups.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { SettingGroup } from '../settings/setting-group.tsx'
import css from './backups.module.css'
import { DrillDialog } from './drill-dialog.tsx'
import { RestoreClientDialog } from './restore-client-dialog.tsx'
import { useBackupFormats } from './use-backup-formats.ts'
import { useStartedJob } from './use-backups.ts'

export const BackupList = ({ backups }: { readonly backups: readonly Backup[] }) => {
  const { t } = useTranslation('backups')
  const rpc = useRpc()
  const { share, moment } = useBackupFormats()
  const [open, setOpen] = useState<{ readonly kind: 'drill' | 'client'; readonly backup: Backup }>()
  const close = (): void => setOpen(undefined)
  const { start, isBusy, job, problem, cancel } = useStartedJob((path: string) =>
    rpc.backups.startVerify.mutate({ path }),
  )
  const checked = job?.state === 'done' ? (job.result as BackupCheck) : undefined
  return (
    <SettingGroup title={t('list.title')} text={t(backups.length === 0 ? 'list.none' : 'list.text')}>
      {backups.length === 0 ? null : (
        <ul className={css.list}>
          {backups.map((backup) => (
            <BackupRow
              key={backup.id}
              backup={backup}
              isBusy={isBusy}
              onCheck={() => start(backup.path)}
              onDrill={() => setOpen({ kind: 'drill', backup })}
              onRestoreClient={() => setOpen({ kind: 'client', backup })}
            />
          ))}
        </ul>
      )}
      {job?.state === 'running' ? (
        <JobProgress
          label={t('list.check')}
          words={t('list.checking', { share: share(job.done, job.total) })}
          done={job.done}
          total={job.total}
          cancel={t('now.cancel')}
          onCancel={cancel}
        />
      ) : null}
      {checked === undefined ? null : <p role="status">{t('list.fine', { at: moment(checked.at) })}</p>}
      {problem === undefined ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {open?.kind === 'drill' && <DrillDialog backup={open.backup} onClose={close} />}
      {open?.kind === 'client' && <RestoreClientDialog backup={open.backup} onClose={close} />}
    </SettingGroup>
  )
}

type RowProps = {
  readonly backup: Backup
  readonly isBusy: boolean
  readonly onCheck: () => void
  readonly onDrill: () => void
  readonly onRestoreClient: () => void
}

const BackupRow = ({ backup, isBusy, onCheck, onDrill, onRestoreClient }: RowProps) => {
  const { t } = useTranslation('backups')
  const { size, moment } = useBackupFormats()
  const notes = [
    t('list.line', { count: backup.clients, size: size(backup.bytes) }),
    ...(backup.scheduled ? [t('list.byItself')] : []),
    ...(backup.isThere ? [] : [t('list.gone')]),
  ]
  const at = moment(backup.at)
  return (
    <li className={css.row}>
      <div className={css.about}>
        <div>
          {at} · {notes.join(' · ')}
        </div>
        <div className={css.path}>{backup.path}</div>
      </div>
      {backup.isThere ? (
        <div className={css.acts}>
          <Button variant="subtle" disabled={isBusy} aria-label={t('list.checkOf', { at })} onClick={onCheck}>
            {t('list.check')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={t('list.more', { at })}>
                <IconDots size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onDrill}>{t('drill.action')}</Menu.Item>
              <Menu.Item onClick={onRestoreClient}>{t('client.action')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      ) : null}
    </li>
  )
}
