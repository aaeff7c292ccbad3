/** A job in one line: "Importing clients, 412 of 503". */
import { useTranslation } from 'react-i18next'
import type { Job } from '#api/jobs.ts'

/** As the wire brings it: a result that is undefined does not travel. */
export type ListedJob = Omit<Job, 'result'>

export const useJobWords = () => {
  const { t, i18n } = useTranslation('jobs')
  const number = new Intl.NumberFormat(i18n.language)
  return ({ kind, done, total, state }: ListedJob): string => {
    const words = t(`running.${kind}`)
    if (total === 0 || state !== 'running') return words
    return t('progress', { words, done: number.format(done), total: number.format(total) })
  }
}
