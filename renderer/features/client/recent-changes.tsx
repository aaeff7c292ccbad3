/** The last few changes of a client, and the way to all of them. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import css from './client.module.css'
import { ChangeLines } from './change-lines.tsx'
import { tellingChanges } from './telling-changes.ts'
import { useActivity } from './use-client.ts'

const shown = 6
const asked = 60

export const RecentChanges = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('client')
  const navigate = useNavigate()
  const { data } = useActivity(clientId, {}, asked)
  const rows = tellingChanges(data?.pages[0]?.items ?? []).slice(0, shown)
  return (
    <section>
      <h2 className={css.title}>{t('overview.recent')}</h2>
      {data !== undefined && rows.length === 0 ? <p className={css.text}>{t('overview.noRecent')}</p> : null}
      <ChangeLines clientId={clientId} rows={rows} />
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
