/** Where the files are, and the check of all of them. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoctorReport } from '#api/engine.ts'
import { describeError } from '#api/errors.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { FolderGroup } from '../folder/folder-group.tsx'
import { useJob } from '../jobs/use-job.ts'
import { SettingGroup } from './setting-group.tsx'
import css from './settings.module.css'

export const DataSection = () => {
  const { t } = useTranslation('settings')
  const rpc = useRpc()
  const { data: health } = useQuery({ queryKey: ['health'], queryFn: () => rpc.health.query() })
  return (
    <>
      <FolderGroup title={t('data.folder')} text={t('data.folderText')} dataDir={health?.dataDir} />
      <SettingGroup title={t('data.version')}>
        <div>{health?.version}</div>
      </SettingGroup>
      <Doctor />
    </>
  )
}

const Doctor = () => {
  const { t } = useTranslation('settings')
  const rpc = useRpc()
  const [jobId, setJobId] = useState<string>()
  const { mutate: start } = useMutation({
    mutationFn: () => rpc.jobs.startDoctor.mutate(),
    onSuccess: (started) => setJobId(started.jobId),
  })
  const { job } = useJob(jobId)
  const { number } = useRegionFormats()
  const isRunning = job?.state === 'running'
  return (
    <SettingGroup title={t('data.doctor')} text={t('data.doctorText')}>
      {isRunning ? (
        <JobProgress
          label={t('data.doctor')}
          words={t('data.running', { done: number(job.done), total: number(job.total) })}
          done={job.done}
          total={job.total}
          cancel={t('data.cancel')}
          onCancel={() => void rpc.jobs.cancel.mutate({ jobId: job.id })}
        />
      ) : (
        <div className={css.actions}>
          <Button variant="default" onClick={() => start()}>
            {t('data.run')}
          </Button>
        </div>
      )}
      {job?.state === 'done' ? <Report report={job.result as DoctorReport} /> : null}
      {job?.state === 'failed' && job.error !== null ? (
        <p role="alert" className={css.problem}>
          {t('data.failed')} {describeError(job.error).message}
        </p>
      ) : null}
    </SettingGroup>
  )
}

const Report = ({ report }: { readonly report: DoctorReport }) => {
  const { t } = useTranslation('settings')
  if (report.clean) return <p role="status">{t('data.clean', { count: report.files })}</p>
  return (
    <div role="status">
      <p className={css.problem}>{t('data.problems', { count: report.problems.length })}</p>
      <ul className={css.problems}>
        {report.problems.map(({ space, check, detail }) => (
          <li key={`${space} ${check} ${detail}`}>
            {space}: {detail}
          </li>
        ))}
      </ul>
    </div>
  )
}
