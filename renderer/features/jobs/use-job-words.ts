/** A job in one line: "Importing clients, 412 of 503". */
import { useTranslation } from 'react-i18next'
import type { Job } from '#api/jobs.ts'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'

/** As the wire brings it: a result that is undefined does not travel. */
export type ListedJob = Omit<Job, 'result'> & { readonly result?: unknown }

/** Of these, figures would tell nobody anything. */
const measuredInBytes: ReadonlySet<Job['kind']> = new Set([
  'handOver',
  'takeOver',
  'backup',
  'verifyBackup',
  'restoreDrill',
  'restoreClient',
])

export const useJobWords = () => {
  const { t } = useTranslation('jobs')
  const { number, share } = useRegionFormats()
  return ({ kind, done, total, state }: ListedJob): string => {
    const words = t(`running.${kind}`)
    if (total === 0 || state !== 'running') return words
    if (measuredInBytes.has(kind)) return t('share', { words, share: share(done, total) })
    return t('progress', { words, done: number(done), total: number(total) })
  }
}
