/** The jobs of this session: what runs can be cancelled, what ended says how. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { describeError } from '#api/errors.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import css from './jobs-dialog.module.css'
import { useJobWords, type ListedJob } from './use-job-words.ts'
import { useCancelJob, useJobs } from './use-jobs.ts'

export const JobsDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation('jobs')
  const jobs = useJobs()
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
    </li>
  )
}
