/** How far a hand-over or take-over is. */
import { useTranslation } from 'react-i18next'
import { JobProgress } from '#renderer/components/feedback/job-progress.tsx'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import css from './leaving.module.css'

export type LeavingProgressProps = {
  readonly words: string
  readonly job: { readonly done: number; readonly total: number; readonly cancel: () => void }
}

export const LeavingProgress = ({ words, job }: LeavingProgressProps) => {
  const { t } = useTranslation('leaving')
  const { share } = useRegionFormats()
  return (
    <>
      <JobProgress
        label={words}
        words={job.total === 0 ? words : t('progress', { words, share: share(job.done, job.total) })}
        done={job.done}
        total={job.total}
        onCancel={job.cancel}
        cancel={t('stop')}
      />
      <p className={css.meta}>{t('goesOn')}</p>
    </>
  )
}
