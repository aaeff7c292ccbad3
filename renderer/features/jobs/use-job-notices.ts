/** Tells how a job ended that was seen running and whose screen is gone by then. A failure stays until it is read. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError } from '#api/errors.ts'
import { announce } from '#renderer/components/feedback/announcer.tsx'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { isFollowed } from './followed-jobs.ts'
import { openJobs } from './jobs-view.ts'
import { useJobs } from './use-jobs.ts'
import { useJobWords } from './use-job-words.ts'

export const useJobNotices = (): void => {
  const { t } = useTranslation('jobs')
  const jobs = useJobs()
  const words = useJobWords()
  const running = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const ended = jobs.filter(({ id, state }) => state !== 'running' && running.current.has(id))
    running.current = new Set(jobs.filter(({ state }) => state === 'running').map(({ id }) => id))
    for (const job of ended) {
      const isFailed = job.state === 'failed'
      if (job.state === 'cancelled' || isFollowed(job.id) || quiet.has(job.kind)) continue
      const what = words(job)
      const text =
        isFailed && job.error !== null
          ? t('failed', { what, why: describeError(job.error).message })
          : t('ended', { what })
      announce(text, isFailed ? 'assertive' : 'polite')
      showToast({
        text,
        tone: isFailed ? 'error' : 'ok',
        close: t('close'),
        action: { label: t('show'), onRun: openJobs },
      })
    }
  }, [jobs, t, words])
}

/** Nobody asked for it, so nobody waits for its end. */
const quiet: ReadonlySet<string> = new Set(['fillSearch'])
