/** Why nothing of a list came in. */
import { useTranslation } from 'react-i18next'
import { describeError } from '#api/errors.ts'
import { Failure } from './failure.tsx'
import type { ImportState } from './use-client-import.ts'

export const ImportFailure = ({ state }: { readonly state: ImportState }) => {
  const { t } = useTranslation('firstRun')
  switch (state.phase) {
    case 'unreadable':
      return <Failure message={t('file.unreadable')} />
    case 'cancelled':
      return <p role="status">{t('file.cancelled')}</p>
    case 'refused':
      return <Failure message={state.error.message} safe={state.error.safe} action={state.error.action} />
    case 'failed': {
      if (state.error.type === 'ImportRefused') {
        const [message = '', ...more] = sentencesOf(state.error.reason)
        return <Failure message={message} safe={more.join(' ')} action={t('file.correct')} />
      }
      const { message, safe, action } = describeError(state.error)
      return <Failure message={message} safe={safe} action={action} />
    }
    default:
      return null
  }
}

/** The engine's words also name the option of the command line that would help; there is none here. */
const sentencesOf = (reason: string): readonly string[] =>
  reason.split(/(?<=[.:])\s+(?=[A-Z])/u).filter((sentence) => !sentence.includes('--map'))
