/** The client's profile, field by field. */
import { useTranslation } from 'react-i18next'
import type { Client } from '#domain/entities/client.ts'
import {
  RecordDateField,
  RecordNumberField,
  RecordSelectField,
  RecordTextField,
} from '#renderer/components/fields/record-fields.tsx'
import { NamesakeNote } from '../clients/namesake-note.tsx'
import { usePractice } from '../clients/use-clients.ts'
import { Section } from './section.tsx'
import { saveAnswer, useClientEdits, useClientProfile } from './use-client.ts'
import { useRecordTexts } from './use-record-texts.ts'

type SectionProps = { readonly clientId: string; readonly readOnly: boolean }

const oneLineFields = ['externalId', 'industry', 'subIndustry', 'location', 'country', 'website'] as const

export const ProfileSection = ({ clientId, readOnly }: SectionProps) => {
  const { t } = useTranslation('client')
  const { data: client } = useClientProfile(clientId)
  const { update } = useClientEdits(clientId)
  const texts = useRecordTexts()
  if (client === undefined) return null
  const cleared = (text: string): string | null => (text.trim() === '' ? null : text)
  return (
    <Section title={t('settings.profile')}>
      <RecordTextField
        label={t('fields.name')}
        value={client.name ?? ''}
        save={(name) => saveAnswer(update({ name }))}
        texts={texts}
        readOnly={readOnly}
      />
      <NamesakeNote name={client.name ?? ''} ownId={clientId} />
      <RecordSelectField
        label={t('fields.status')}
        value={client.status ?? 'client'}
        options={[
          { value: 'client', label: t('statuses.client') },
          { value: 'prospect', label: t('statuses.prospect') },
        ]}
        save={(status) => saveAnswer(update(status === undefined ? {} : { status }))}
        texts={texts}
        readOnly={readOnly}
      />
      <OwnerField clientId={clientId} client={client} readOnly={readOnly} />
      {oneLineFields.map((field) => (
        <RecordTextField
          key={field}
          label={t(`fields.${field}`)}
          value={client[field] ?? ''}
          save={(text) => saveAnswer(update({ [field]: cleared(text) }))}
          texts={texts}
          readOnly={readOnly}
        />
      ))}
      <RecordNumberField
        label={t('fields.employees')}
        value={client.employees ?? undefined}
        min={0}
        save={(employees) => saveAnswer(update({ employees: employees ?? null }))}
        texts={texts}
        readOnly={readOnly}
      />
      <RecordDateField
        label={t('fields.nextAuditOn')}
        value={client.nextAuditOn ?? undefined}
        save={(nextAuditOn) => saveAnswer(update({ nextAuditOn: nextAuditOn ?? null }))}
        unreadable={t('settings.dateUnreadable')}
        calendar={t('settings.calendar')}
        texts={texts}
        readOnly={readOnly}
      />
      <RecordTextField
        label={t('fields.summary')}
        value={client.summary ?? ''}
        rows={4}
        save={(summary) => saveAnswer(update({ summary: cleared(summary) }))}
        texts={texts}
        readOnly={readOnly}
      />
    </Section>
  )
}

type FieldProps = SectionProps & { readonly client: Client }

const OwnerField = ({ clientId, client, readOnly }: FieldProps) => {
  const { t } = useTranslation('client')
  const members = usePractice().data?.members ?? []
  const { assignOwner } = useClientEdits(clientId)
  return (
    <RecordSelectField
      label={t('fields.ownerId')}
      help={t('fields.ownerHelp')}
      value={client.ownerId ?? undefined}
      options={members.map(({ id, name }) => ({ value: id, label: name ?? id }))}
      save={(ownerId) => saveAnswer(assignOwner(ownerId ?? null))}
      texts={useRecordTexts()}
      clearable
      readOnly={readOnly}
    />
  )
}
