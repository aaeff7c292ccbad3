/** The people to talk to: each field saved when it is left; deleted ones go to the trash. */
import { Button } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#domain/entities/client.ts'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { RecordTextField } from '#renderer/components/fields/record-fields.tsx'
import { RecordScope } from '#renderer/components/fields/record-scope.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import css from './client.module.css'
import { useRecordTexts } from './use-record-texts.ts'
import { Section } from './section.tsx'
import { saveAnswer, useClientEdits, useContacts, wordsOf } from './use-client.ts'

type SectionProps = { readonly clientId: string; readonly readOnly: boolean }

export const ContactsSection = ({ clientId, readOnly }: SectionProps) => {
  const { t } = useTranslation('client')
  const { data: contacts = [] } = useContacts(clientId)
  return (
    <Section title={t('settings.contacts')} text={t('settings.contactsText')}>
      {contacts.map((contact) => (
        <RecordScope key={contact.id} id={contact.id}>
          <ContactFields clientId={clientId} contact={contact} readOnly={readOnly} />
        </RecordScope>
      ))}
      {readOnly ? null : <AddContact clientId={clientId} />}
    </Section>
  )
}

const ContactFields = ({ clientId, contact, readOnly }: SectionProps & { readonly contact: Contact }) => {
  const { t } = useTranslation('client')
  const { id } = contact
  const name = contact.name ?? ''
  const { updateContact, deleteRecord, undo } = useClientEdits(clientId)
  const texts = useRecordTexts()
  const remove = async (): Promise<void> => {
    await deleteRecord({ entity: 'contact', id })
    showToast({
      text: t('settings.deleted', { name }),
      action: { label: t('undo'), isUndo: true, onRun: () => void undo() },
      close: t('close'),
    })
  }
  const cleared = (text: string): string | null => (text.trim() === '' ? null : text)
  return (
    <div className={css.group} role="group" aria-label={name}>
      <div className={css.pair}>
        <RecordTextField
          label={t('settings.contactName')}
          value={name}
          save={(next) => saveAnswer(updateContact({ id, name: next }))}
          texts={texts}
          readOnly={readOnly}
        />
        <RecordTextField
          label={t('settings.contactTitle')}
          value={contact.title ?? ''}
          save={(title) => saveAnswer(updateContact({ id, title: cleared(title) }))}
          texts={texts}
          readOnly={readOnly}
        />
        <RecordTextField
          label={t('settings.contactEmail')}
          value={contact.email ?? ''}
          save={(email) => saveAnswer(updateContact({ id, email: cleared(email) }))}
          texts={texts}
          readOnly={readOnly}
        />
        <RecordTextField
          label={t('settings.contactPhone')}
          value={contact.phone ?? ''}
          save={(phone) => saveAnswer(updateContact({ id, phone: cleared(phone) }))}
          texts={texts}
          readOnly={readOnly}
        />
      </div>
      {readOnly ? null : (
        <div className={css.actions}>
          <Button variant="subtle" onClick={() => void remove()}>
            {t('settings.deleteContact', { name })}
          </Button>
        </div>
      )}
    </div>
  )
}

const emptyContact = { name: '', email: '' }

const AddContact = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('client')
  const { addContact } = useClientEdits(clientId)
  const [form, setForm] = useState(emptyContact)
  const [problem, setProblem] = useState<string>()
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (form.name.trim() === '') return
    addContact({ name: form.name, ...(form.email.trim() !== '' && { email: form.email.trim() }) }).then(
      () => {
        setForm(emptyContact)
        setProblem(undefined)
      },
      (error: unknown) => setProblem(wordsOf(error)),
    )
  }
  return (
    <form onSubmit={onSubmit} className={css.group} aria-label={t('settings.addContact')}>
      <div className={css.pair}>
        <TextField
          label={t('settings.contactName')}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          error={problem}
        />
        <TextField
          label={t('settings.contactEmail')}
          value={form.email}
          onChange={(email) => setForm({ ...form, email })}
        />
      </div>
      <div className={css.actions}>
        <Button type="submit" variant="default">
          {t('settings.addContact')}
        </Button>
      </div>
    </form>
  )
}
