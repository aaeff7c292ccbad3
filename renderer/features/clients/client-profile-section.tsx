/** A client's facts, as the list knows them. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from './client-row.ts'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { Facts, PanelSection } from '#renderer/components/panel/detail-panel.tsx'
import { RiskBadge } from '#renderer/components/risk/risk-badge.tsx'
import { EmptyValue } from '#renderer/components/table/empty-value.tsx'
import { NextAudit, placeOf } from './client-columns.tsx'
import css from './client-panel.module.css'
import { useOwnerName } from './use-clients.ts'
import { useFormats } from './use-formats.ts'

export const ClientProfileSection = ({ client }: { readonly client: ClientRow }) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const owner = useOwnerName()(client.ownerId)
  const { score, employees, nextAuditOn, createdAt, lastActivityAt } = client
  const facts: readonly { readonly label: string; readonly value: ReactNode }[] = [
    {
      label: t('panel.risk'),
      value: (
        <span className={css.risk}>
          <RiskBadge
            band={client.band}
            word={t(`bands.${client.band}`)}
            score={score === null ? undefined : t('panel.score', { score: formats.number(score) })}
          />
          {client.band === 'unknown' && <span className="type-label meta">{t('panel.unknown')}</span>}
        </span>
      ),
    },
    { label: t('panel.status'), value: t(`status.${client.status}`) },
    { label: t('panel.industry'), value: joined(client.industry, client.subIndustry) },
    {
      label: t('panel.employees'),
      value: employees === null ? undefined : <Figures>{formats.number(employees)}</Figures>,
    },
    { label: t('panel.owner'), value: owner === undefined ? undefined : <OwnerName name={owner} /> },
    { label: t('panel.location'), value: placeOf(client) },
    {
      label: t('panel.nextAudit'),
      value:
        nextAuditOn === null ? undefined : <Figures>{<NextAudit day={nextAuditOn} formats={formats} t={t} />}</Figures>,
    },
    { label: t('panel.tags'), value: client.tags.length === 0 ? undefined : <Tags tags={client.tags} /> },
    { label: t('panel.externalId'), value: client.externalId },
    {
      label: t('panel.createdAt'),
      value: createdAt === null ? undefined : <Figures>{formats.dayOf(createdAt)}</Figures>,
    },
    {
      label: t('panel.lastActivity'),
      value: lastActivityAt === null ? undefined : <Figures>{formats.since(lastActivityAt)}</Figures>,
    },
  ]
  return (
    <PanelSection title={t('panel.profile')}>
      <Facts facts={facts.map(({ label, value }) => ({ label, value: value ?? <EmptyValue /> }))} />
    </PanelSection>
  )
}

const Figures = ({ children }: { readonly children: ReactNode }) => <span className="figures">{children}</span>

const OwnerName = ({ name }: { readonly name: string }) => (
  <span className={css.owner}>
    <Monogram name={name} kind="person" />
    {name}
  </span>
)

const Tags = ({ tags }: { readonly tags: readonly string[] }) => (
  <span className={css.tags}>
    {tags.map((tag) => (
      <span key={tag} className={css.tag}>
        {tag}
      </span>
    ))}
  </span>
)

const joined = (first: string | null, second: string | null): string | undefined => {
  const parts = [first, second].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? undefined : parts.join(', ')
}
