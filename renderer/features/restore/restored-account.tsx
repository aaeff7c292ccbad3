/** What came back out of a backup. */
import { useTranslation } from 'react-i18next'
import type { AccountRestored } from '#api/backups.ts'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { useRegionFormats } from '#renderer/region/use-region-formats.ts'
import css from './restore.module.css'

export const RestoredAccount = ({ restored }: { readonly restored: AccountRestored }) => {
  const { t } = useTranslation('restore')
  // No account is open that could have a time zone of its own.
  const { number, moment } = useRegionFormats()
  const troubled = restored.troubled.length
  return (
    <div className={css.done}>
      <WizardTitle title={t('doneTitle')} help={t('doneHelp')} takesFocus />
      <dl className={css.facts}>
        <dt>{t('at')}</dt>
        <dd>{moment(restored.at)}</dd>
        <dt>{t('clients')}</dt>
        <dd>{number(restored.clients)}</dd>
        {troubled > 0 && (
          <>
            <dt>{t('troubled')}</dt>
            <dd>{number(troubled)}</dd>
          </>
        )}
      </dl>
      {troubled > 0 && <p className={css.note}>{t('troubledHelp')}</p>}
      <p className={css.note}>{t('schedule')}</p>
    </div>
  )
}
