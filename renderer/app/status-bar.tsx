/** The only place that says how saving stands: in the exact words of each state, and what runs in the background. */
import { IconAlertTriangleFilled, IconCloudOff, IconLock } from '@tabler/icons-react'
import { useIsMutating } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { JobLine } from '../components/feedback/job-line.tsx'
import { StatusBar, StatusItem } from '../components/frame/status-bar.tsx'
import { usePractice } from '../features/clients/use-clients.ts'
import { BackupNotice } from '../features/backups/backup-notice.tsx'
import { JobsDialog } from '../features/jobs/jobs-dialog.tsx'
import { closeJobs, openJobs, useJobsView } from '../features/jobs/jobs-view.ts'
import { useHoldWindow } from '../components/feedback/use-hold-window.ts'
import { useJobs } from '../features/jobs/use-jobs.ts'
import { useJobWords } from '../features/jobs/use-job-words.ts'
import { useNotSaved } from '../components/fields/unsaved-drafts.ts'
import { useConnection } from '../rpc/rpc-context.tsx'

const icon = { size: 14, stroke: 1.6, 'aria-hidden': true } as const

export const PortalStatusBar = () => {
  const { t } = useTranslation()
  const { isOpen, seen } = useJobsView()
  const jobs = useJobs()
  const running = jobs.filter(({ state }) => state === 'running')
  const [first] = running
  const failed = jobs.filter(({ id, state }) => state === 'failed' && !seen.has(id))
  useHoldWindow(first !== undefined)
  const words = useJobWords()
  const member = usePractice().data?.actingMember
  return (
    <>
      <StatusBar
        start={
          <>
            <SavedState />
            {first === undefined ? null : (
              <JobLine
                words={
                  running.length === 1
                    ? words(first)
                    : t('status.moreJobs', { words: words(first), count: running.length - 1 })
                }
                done={first.total === 0 ? undefined : first.done / first.total}
                onOpen={openJobs}
              />
            )}
            <BackupNotice />
            {failed.length === 0 ? null : (
              <StatusItem tone="error" icon={<IconAlertTriangleFilled size={14} aria-hidden />} onOpen={openJobs}>
                {t('status.failedJobs', { count: failed.length })}
              </StatusItem>
            )}
          </>
        }
        end={
          <>
            <StatusItem icon={<IconLock {...icon} />}>{t('status.encrypted')}</StatusItem>
            {member === undefined ? null : <StatusItem>{member.name}</StatusItem>}
          </>
        }
      />
      <JobsDialog isOpen={isOpen} onClose={closeJobs} />
    </>
  )
}

/** Nothing is claimed while an edit is on its way. */
const SavedState = () => {
  const { t } = useTranslation()
  const isLost = useConnection().phase === 'lost'
  const isSaving = useIsMutating() > 0
  const notSaved = useNotSaved()
  if (isLost) {
    return (
      <StatusItem tone="error" icon={<IconCloudOff {...icon} />}>
        {t('status.lost')}
      </StatusItem>
    )
  }
  const [first] = notSaved
  // Also while another is on its way: the list is told as long as there is one.
  if (first !== undefined) {
    const reason = (first.isCutOff ? t('keptWords') : first.reason).replace(/\.$/, '')
    return (
      <>
        <StatusItem tone="error" icon={<IconAlertTriangleFilled size={14} aria-hidden />}>
          {t('status.notSaved', { count: notSaved.length, reason })}
        </StatusItem>
        <StatusItem keepsFocus onOpen={() => notSaved.forEach(({ retry }) => retry())}>
          {t('status.tryAgain')}
        </StatusItem>
      </>
    )
  }
  return <StatusItem>{isSaving ? t('status.saving') : t('status.saved')}</StatusItem>
}
