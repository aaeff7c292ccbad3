/** A backup into a folder of choice, at once and by itself. */
import { Button, SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, BackupStatus } from '#api/backups.ts'
import { describeError } from '#api/errors.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { NumberField } from '#renderer/components/fields/number-field.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { PathField } from '../folder/path-field.tsx'
import { SettingGroup } from '../settings/setting-group.tsx'
import css from '../settings/settings.module.css'
import backupsCss from './backups.module.css'
import { useBackupFormats } from './use-backup-formats.ts'
import { useSetSchedule, useStartedJob, wordsOf } from './use-backups.ts'

/** How many of the schedule stay, unless another number is chosen, and the most that can be. */
const keep = 7
const most = 365

const isCount = (count: number | undefined): count is number =>
  count !== undefined && Number.isInteger(count) && count >= 1 && count <= most

export const BackupNow = ({ status }: { readonly status: BackupStatus }) => {
  const [typed, setTyped] = useState<string>()
  const folder = typed ?? status.schedule?.folder ?? folderOf(status.last?.path)
  return (
    <>
      <Now folder={folder} onChange={setTyped} />
      <Schedule status={status} folder={folder.trim()} />
    </>
  )
}

const folderOf = (path: string | undefined): string => path?.replace(/[/\\][^/\\]*$/, '') ?? ''

const Now = ({ folder, onChange }: { readonly folder: string; readonly onChange: (folder: string) => void }) => {
  const { t } = useTranslation('backups')
  const rpc = useRpc()
  const { size, share } = useBackupFormats()
  const { start, isBusy, job, problem, cancel } = useStartedJob((path: string) => rpc.backups.start.mutate({ path }))
  const [isTried, setTried] = useState(false)
  const made = job?.state === 'done' ? (job.result as Backup) : undefined
  const act = (): void => {
    setTried(true)
    if (folder.trim() !== '') start(`${folder.trim()}/`)
  }
  return (
    <SettingGroup title={t('now.title')} text={t('now.text')}>
      <PathField
        choice={{ kind: 'folder' }}
        label={t('now.folder')}
        help={t('now.folderHelp')}
        value={folder}
        onChange={onChange}
        error={isTried && folder.trim() === '' ? t('now.empty') : problem}
      />
      {job?.state === 'running' ? (
        <JobProgress
          label={t('now.title')}
          words={t('now.running', { share: share(job.done, job.total) })}
          done={job.done}
          total={job.total}
          cancel={t('now.cancel')}
          onCancel={cancel}
        />
      ) : (
        <div className={css.actions}>
          <Button variant="default" loading={isBusy} onClick={act}>
            {t('now.action')}
          </Button>
        </div>
      )}
      {made === undefined ? null : (
        <p role="status">
          {t('now.done', { count: made.clients, size: size(made.bytes) })}
          {made.troubled === 0 ? null : ` ${t('now.troubled', { count: made.troubled })}`}
        </p>
      )}
    </SettingGroup>
  )
}

const Schedule = ({ status, folder }: { readonly status: BackupStatus; readonly folder: string }) => {
  const { t } = useTranslation('backups')
  const id = useId()
  const { moment } = useBackupFormats()
  const { mutate, error } = useSetSchedule()
  const { schedule, failure } = status
  const choose = (every: string): void => {
    if (every === 'daily' || every === 'weekly') mutate({ folder, every, keep: schedule?.keep ?? keep })
    else mutate(null)
  }
  const [typed, setTyped] = useState<{ readonly count: number | undefined }>()
  const count = typed === undefined ? schedule?.keep : typed.count
  const commit = (): void => {
    if (schedule === null || !isCount(count) || count === schedule.keep) return
    mutate({ ...schedule, keep: count }, { onSuccess: () => setTyped(undefined) })
  }
  const canTurnOn = schedule !== null || folder !== ''
  return (
    <SettingGroup title={t('schedule.title')} text={t('schedule.text')}>
      <div className={css.actions}>
        <SegmentedControl
          aria-label={t('schedule.title')}
          aria-describedby={id}
          value={schedule?.every ?? 'off'}
          onChange={choose}
          data={(['off', 'daily', 'weekly'] as const).map((value) => ({
            value,
            label: t(`schedule.${value}`),
            disabled: value !== 'off' && !canTurnOn,
          }))}
        />
      </div>
      <p id={id} className={css.text}>
        {schedule === null
          ? canTurnOn
            ? null
            : t('schedule.needsFolder')
          : t('schedule.into', { folder: schedule.folder })}
      </p>
      {schedule === null ? null : (
        <NumberField
          label={t('schedule.keep')}
          help={t('schedule.keepHelp')}
          min={1}
          max={most}
          value={count}
          onChange={(next) => setTyped({ count: next })}
          error={isCount(count) ? undefined : t('schedule.keepWrong')}
          input={{ onBlur: commit, onKeyDown: ({ key }) => void (key === 'Enter' && commit()) }}
        />
      )}
      {isRpcError(error) ? (
        <p role="alert" className={backupsCss.problem}>
          {wordsOf(error)}
        </p>
      ) : null}
      {failure === null ? null : (
        <p role="status" className={backupsCss.problem}>
          {t('schedule.failed', { at: moment(failure.at), reason: wordsOf(describeError(failure.error)) })}
        </p>
      )}
    </SettingGroup>
  )
}
