/** A job in one line: "Importing clients, 412 of 503". */
import { useTranslation } from 'react-i18next'
import type { Job } from '#api/jobs.ts'

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
  const { t, i18n } = useTranslation('jobs')
  const number = new Intl.NumberFormat(i18n.language)
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  return ({ kind, done, total, state }: ListedJob): string => {
    const words = t(`running.${kind}`)
    if (total === 0 || state !== 'running') return words
    if (measuredInBytes.has(kind)) return t('share', { words, share: share.format(done / total) })
    return t('progress', { words, done: number.format(done), total: number.format(total) })
  }
}
