/** Before a client is deleted for good: the backups that it can still come back from. */
import { useTranslation } from 'react-i18next'
import css from './backups.module.css'
import { useBackupFormats } from './use-backup-formats.ts'
import { useBackupsHolding } from './use-backups.ts'

/** The newest of them by name; the others as a number. */
const named = 3

export const BackupsHolding = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('backups')
  const { moment } = useBackupFormats()
  const backups = useBackupsHolding(clientId)
  if (backups === undefined) return null
  if (backups.length === 0) return <p>{t('holding.none')}</p>
  const others = backups.length - named
  return (
    <>
      <p>{t('holding.some', { count: backups.length })}</p>
      <ul className={css.holding}>
        {backups.slice(0, named).map(({ id, at, path, isThere }) => (
          <li key={id}>
            {isThere ? moment(at) : t('holding.away', { at: moment(at) })}
            <div className={css.path}>{path}</div>
          </li>
        ))}
        {others > 0 && <li>{t('holding.more', { count: others })}</li>}
      </ul>
    </>
  )
}
