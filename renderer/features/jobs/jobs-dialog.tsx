/** The jobs of this session: what runs can be cancelled, what ended says how, and gives its result once more. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoctorReport } from '#api/engine.ts'
import { describeError } from '#api/errors.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { csvBlob } from '#renderer/components/feedback/csv-blob.ts'
import { saveBlob } from '#renderer/components/feedback/save-blob.ts'
import css from './jobs-dialog.module.css'
import { noteSeen } from './jobs-view.ts'
import { useJobWords, type ListedJob } from './use-job-words.ts'
import { useCancelJob, useJobs } from './use-jobs.ts'

export const JobsDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation('jobs')
  const jobs = useJobs()
  useEffect(() => {
    if (isOpen) noteSeen(jobs.filter(({ state }) => state !== 'running').map(({ id }) => id))
  }, [isOpen, jobs])
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')} width={640}>
      {jobs.length === 0 ? <p>{t('none')}</p> : null}
      <ul className={css.list}>
        {jobs.toReversed().map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </Dialog>
  )
}

const JobRow = ({ job }: { readonly job: ListedJob }) => {
  const { t } = useTranslation('jobs')
  const words = useJobWords()
  const cancel = useCancelJob()
  return (
    <li className={css.row}>
      <span className={css.words}>{words(job)}</span>
      <span className={css.state}>
        {t(`state.${job.state}`)}
        {job.error === null || job.error.type === 'Cancelled' ? '' : `: ${describeError(job.error).message}`}
      </span>
      {job.state === 'running' ? (
        <Button variant="default" onClick={() => cancel(job.id)}>
          {t('cancel')}
        </Button>
      ) : null}
      {job.kind === 'doctor' && job.state === 'done' ? <Examined report={job.result as DoctorReport} /> : null}
    </li>
  )
}

const Examined = ({ report }: { readonly report: DoctorReport }) => {
  const { t } = useTranslation('jobs')
  const { clean, files, problems } = report
  const headings = [t('reportHeadings.space'), t('reportHeadings.check'), t('reportHeadings.detail')]
  const save = (): void =>
    saveBlob(
      csvBlob([headings, ...problems.map(({ space, check, detail }) => [space, check, detail])]),
      t('reportName'),
    )
  return (
    <span className={css.result}>
      {clean ? t('inOrder', { count: files }) : t('problems', { count: problems.length })}
      {clean ? null : (
        <Button variant="subtle" leftSection={<IconDownload size={15} stroke={1.6} aria-hidden />} onClick={save}>
          {t('saveReport')}
        </Button>
      )}
    </span>
  )
}
