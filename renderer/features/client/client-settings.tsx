/** Everything about a client that can be set. Each field is saved when it is left. */
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RecordScope } from '#renderer/components/fields/record-scope.tsx'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { useClientRow } from '../clients/use-clients.ts'
import { LeavingSections } from '../leaving/leaving-sections.tsx'
import { ArchiveSection } from './archive-section.tsx'
import { ArchivedNotice } from './archived-notice.tsx'
import css from './client.module.css'
import { ContactsSection } from './contacts-section.tsx'
import { DefaultsSection } from './defaults-section.tsx'
import { FinancialSection } from './financial-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { TagsSection } from './tags-section.tsx'
import { TrashSection } from './trash-section.tsx'

export const ClientSettings = () => {
  const { clientId } = useParams({ from: '/clients/$clientId' })
  const { t } = useTranslation('client')
  const { data: client } = useClientRow(clientId)
  if (client === undefined) return null
  const isArchived = client.archivedAt !== null
  return (
    <Page
      header={<Header title={t('settings.title')} aside={client.name} />}
      toolbar={<ArchivedNotice clientId={clientId} archivedAt={client.archivedAt} />}
    >
      <div className={`${css.column ?? ''} ${css.form ?? ''}`}>
        <RecordScope id={clientId}>
          <ProfileSection clientId={clientId} readOnly={isArchived} />
          <DefaultsSection clientId={clientId} readOnly={isArchived} />
          <FinancialSection clientId={clientId} readOnly={isArchived} />
        </RecordScope>
        <TagsSection clientId={clientId} tags={client.tags} readOnly={isArchived} />
        <ContactsSection clientId={clientId} readOnly={isArchived} />
        {isArchived ? null : <TrashSection clientId={clientId} />}
        <LeavingSections client={client}>
          {isArchived ? null : <ArchiveSection clientId={clientId} name={client.name} />}
        </LeavingSections>
      </div>
    </Page>
  )
}
