/** Changes the selected clients as a job, says what came of it, and offers to undo it as one step. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Bulk, BulkChange, BulkReport, KeptClient, UndoReport } from '#api/client-changes.ts'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { listWords } from '#renderer/region/list-words.ts'
import { followJob } from './follow-job.ts'
import { useFormats } from './use-formats.ts'
import { useReportFailure } from './use-report-failure.ts'

export const useBulkChange = (onDone: () => void) => {
  const rpc = useRpc()
  const { t, i18n } = useTranslation('clients')
  const formats = useFormats()
  const onError = useReportFailure()
  const counted = (count: number) => ({ count, formatted: formats.number(count) })
  const tellKept = (kept: readonly KeptClient[]): void => {
    const [first] = kept
    if (first === undefined) return
    const names = listWords(
      kept.slice(0, 3).map(({ name }) => name),
      i18n.language,
    )
    const text = t('bulk.kept', { ...counted(kept.length), names, reason: first.reason })
    showToast({ text, tone: 'error', close: t('close') })
  }
  const undoing = useMutation<UndoReport, Error, string>({
    mutationFn: async (jobId) => followJob<UndoReport>(rpc, (await rpc.changes.undo.mutate({ jobId })).jobId),
    onSuccess: ({ undone, kept }) => {
      showToast({ text: t('bulk.undone', counted(undone)), close: t('close') })
      tellKept(kept)
    },
    onError,
  })
  const changing = useMutation<{ readonly jobId: string; readonly report: BulkReport }, Error, Bulk>({
    mutationFn: async (bulk) => {
      const { jobId } = await rpc.changes.start.mutate(bulk)
      return { jobId, report: await followJob<BulkReport>(rpc, jobId) }
    },
    onSuccess: ({ jobId, report }, { change }) => {
      onDone()
      const words = t(wordsOf(change), { ...counted(report.changed), tag: tagOf(change) })
      const action = { label: t('undo'), isUndo: true, onRun: () => undoing.mutate(jobId) }
      showToast({ text: words, close: t('close'), action: report.changed > 0 ? action : undefined })
      tellKept(report.failed)
    },
    onError,
  })
  return { change: changing.mutate, isRunning: changing.isPending || undoing.isPending }
}

const wordsOf = (change: BulkChange) => {
  if (change.type === 'assignOwner' && change.ownerId === null) return 'bulk.done.noOwner' as const
  return `bulk.done.${change.type}` as const
}

const tagOf = (change: BulkChange): string => ('label' in change ? change.label : '')
