/** The client in one minute: how it stands, who it is, and what changed last. */
import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { attentionReasons } from '#domain/attention/attention-reasons.ts'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { Facts, PanelSection } from '#renderer/components/panel/detail-panel.tsx'
import { AttentionMark } from '#renderer/components/risk/attention-mark.tsx'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import { useClientRow, usePractice } from '../clients/use-clients.ts'
import { LatestNotes } from '../notes/latest-notes.tsx'
import { ArchivedNotice } from './archived-notice.tsx'
import css from './client.module.css'
import { RecentChanges } from './recent-changes.tsx'
import { SinceLastVisit } from './since-last-visit.tsx'
import { useClientProfile, useContacts } from './use-client.ts'
import { useDates } from './use-dates.ts'

export const ClientOverview = () => {
  const { clientId } = useParams({ from: '/clients/$clientId' })
  const { t } = useTranslation('client')
  const navigate = useNavigate()
  const { data: row } = useClientRow(clientId)
  if (row === undefined) return null
  const edit = (): void => void navigate({ to: '/clients/$clientId/settings', params: { clientId } })
  return (
    <Page
      header={
        <Header
          title={row.name}
          actions={
            <Button variant="default" onClick={edit}>
              {t('overview.edit')}
            </Button>
          }
        />
      }
      toolbar={<ArchivedNotice clientId={clientId} archivedAt={row.archivedAt} />}
      side={{ label: t('overview.profile'), content: <Profile clientId={clientId} /> }}
    >
      <div className={css.column}>
        <section>
          <h2 className={css.title}>{t('overview.score')}</h2>
          <p className={css.score}>
            <RiskBadge
              band={row.band}
              word={t(`bands.${row.band}`)}
              score={row.score === null ? undefined : String(row.score)}
            />
            {row.score === null ? <span className={css.quiet}>{t('overview.scoreUnknown')}</span> : null}
          </p>
        </section>
        <section>
          <h2 className={css.title}>{t('attention.title')}</h2>
          {row.attention.length === 0 ? <p className={css.text}>{t('attention.none')}</p> : null}
          <ul className={css.list}>
            {row.attention.map(({ reason, tier }) => (
              <li key={reason} className={css.row}>
                <AttentionMark tier={tier} reason={attentionReasons.find(({ id }) => id === reason)?.label ?? reason} />
                <span className={css.quiet}>{t(`attention.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <SinceLastVisit clientId={clientId} />
        <LatestNotes clientId={clientId} />
        <RecentChanges clientId={clientId} />
      </div>
    </Page>
  )
}

const Profile = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('client')
  const dates = useDates()
  const { data: row } = useClientRow(clientId)
  const { data: profile } = useClientProfile(clientId)
  const { data: contacts = [] } = useContacts(clientId)
  const members = usePractice().data?.members ?? []
  if (row === undefined || profile === undefined) return null
  const owner = members.find(({ id }) => id === row.ownerId)?.name
  const facts = [
    ['status', t(`statuses.${row.status}`)],
    ['industry', [row.industry, row.subIndustry].filter(Boolean).join(', ')],
    ['employees', row.employees === null ? '' : dates.number(row.employees)],
    ['location', [row.location, row.country].filter(Boolean).join(', ')],
    ['owner', owner ?? ''],
    ['nextAudit', row.nextAuditOn === null ? '' : dates.calendarDay(row.nextAuditOn)],
    ['externalId', row.externalId ?? ''],
    ['website', profile.website ?? ''],
    ['tags', row.tags.join(', ')],
  ] as const
  return (
    <>
      <PanelSection title={t('overview.profile')}>
        <Facts
          facts={facts.map(([id, value]) => ({ label: t(`overview.${id}`), value: value === '' ? t('none') : value }))}
        />
      </PanelSection>
      <PanelSection title={t('overview.contacts')}>
        {contacts.length === 0 ? <p className={css.text}>{t('overview.noContacts')}</p> : null}
        <ul className={css.list}>
          {contacts.map((contact) => (
            <li key={contact.id} className={css.person}>
              <div>
                {contact.name} <span className={css.quiet}>{contact.title}</span>
              </div>
              <div className={css.quiet}>{contact.email}</div>
            </li>
          ))}
        </ul>
      </PanelSection>
    </>
  )
}
