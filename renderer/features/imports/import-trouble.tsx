/** Why nothing of a list came in: what happened, what is safe, what to do. */
import { useTranslation } from 'react-i18next'
import { describeError } from '#api/errors.ts'
import { Failure } from '#renderer/components/states/failure.tsx'
import { sentencesForPage } from './sentences-for-page.ts'
import type { ImportTrouble } from './use-import.ts'

export const ImportTroubleState = ({ trouble }: { readonly trouble: ImportTrouble }) => {
  const { t } = useTranslation('imports')
  switch (trouble.type) {
    case 'File':
      return <Failure message={t(`file.${trouble.problem}`, { name: trouble.fileName })} />
    case 'Unreadable':
      return <Failure message={t('file.unreadable')} />
    case 'Refused': {
      const { tag, message, safe, action } = trouble.error
      return tag === 'ImportRefused' ? <Refused reason={message} /> : <Failure {...{ message, safe, action }} />
    }
    case 'Failed': {
      const { error } = trouble
      if (error.type === 'Cancelled') return <p role="status">{t('failed.cancelled')}</p>
      if (error.type === 'ImportRefused') return <Refused reason={error.reason} />
      return <Failure {...describeError(error)} />
    }
  }
}

const Refused = ({ reason }: { readonly reason: string }) => {
  const { t } = useTranslation('imports')
  const [message = '', ...more] = sentencesForPage(reason)
  return <Failure message={message} safe={more.join(' ')} action={t('failed.correct')} />
}
