/** The last few changes of a client, and the way to all of them. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import css from './client.module.css'
import { useActivity } from './use-client.ts'
import { useClientCurrency } from './use-client-currency.ts'
import { useChangeWords } from './use-change-words.ts'
import { useDates } from './use-dates.ts'

const shown = 6
const asked = 12

export const RecentChanges = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('client')
  const navigate = useNavigate()
  const dates = useDates()
  const words = useChangeWords(useClientCurrency(clientId))
  const { data } = useActivity(clientId, {}, asked)
  // A record's moment of creation stands beside each of its first values already.
  const rows = (data?.pages[0]?.items ?? []).filter(({ field }) => field !== 'createdAt').slice(0, shown)
  return (
    <section>
      <h2 className={css.title}>{t('overview.recent')}</h2>
      {data !== undefined && rows.length === 0 ? <p className={css.text}>{t('overview.noRecent')}</p> : null}
      <ul className={css.list}>
        {rows.map((row) => (
          <li key={`${row.device}.${row.deviceSeq}`} className={css.row}>
            <span className={css.grow}>
              {words.field(row.field)}
              {row.field === 'text' ? null : `: ${words.value(row.field, row.to)}`}
            </span>
            <span className={css.quiet}>
              {words.memberName(row.member)}, {dates.moment(row.at)}
            </span>
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        <Button
          variant="subtle"
          onClick={() => void navigate({ to: '/clients/$clientId/activity', params: { clientId } })}
        >
          {t('overview.allActivity')}
        </Button>
      </div>
    </section>
  )
}
