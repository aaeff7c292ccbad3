/** What is in a folder that was looked into, before it is opened. */
import { useTranslation } from 'react-i18next'
import type { DataFolder } from '#api/host.ts'
import { accountEnd } from '../unlock/account-end.ts'
import css from './folder.module.css'

export const FoundFolder = ({ folder }: { readonly folder: DataFolder }) => {
  const { t } = useTranslation('folder')
  return (
    <div role="status" className={css.found}>
      <p className={css.path}>{folder.path}</p>
      <p>{t('found', { count: folder.accounts.length })}</p>
      <ul className={css.accounts}>
        {folder.accounts.map(({ id, state }) => (
          <li key={id}>
            {t('account', { end: accountEnd(id) })}
            {state === 'damaged' && <span className={css.problem}>{t('problem')}</span>}
          </li>
        ))}
      </ul>
      <p className={css.next}>{t('next')}</p>
    </div>
  )
}
