/** What happened here while nobody looked: since the last stay in this client on this device. */
import { useTranslation } from 'react-i18next'
import { ChangeLines } from './change-lines.tsx'
import css from './client.module.css'
import { useDates } from './use-dates.ts'
import { tellingChanges } from './telling-changes.ts'
import { useLastVisit } from './use-visit.ts'

const shown = 8

export const SinceLastVisit = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('client')
  const dates = useDates()
  const { data: visit } = useLastVisit(clientId)
  const rows = tellingChanges(visit?.items ?? []).slice(0, shown)
  if (visit === undefined || visit === null || rows.length === 0) return null
  return (
    <section>
      <h2 className={css.title}>{t('overview.sinceVisit')}</h2>
      <p className={css.text}>
        {t('overview.sinceVisitCount', {
          count: visit.count,
          formatted: dates.number(visit.count),
          when: dates.moment(visit.at),
        })}
      </p>
      <ChangeLines clientId={clientId} rows={rows} />
    </section>
  )
}
