/** The fields of a new client: the name is all that is needed. */
import { Autocomplete, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { clientStatuses } from '#domain/entities/client.ts'
import { wordsOf } from '#renderer/components/fields/field-words.tsx'
import { NumberField } from '#renderer/components/fields/number-field.tsx'
import { SelectField } from '#renderer/components/fields/select-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import css from './add-client-panel.module.css'
import type { ClientDraft, DraftField } from './client-draft.ts'
import { NamesakeNote } from './namesake-note.tsx'
import { useClientFilterValues, usePractice } from './use-clients.ts'

export type AddClientFieldsProps = {
  readonly draft: ClientDraft
  readonly onChange: (change: Partial<ClientDraft>) => void
  readonly problemOf: (field: DraftField) => string | undefined
  readonly onLeave: (field: DraftField, value: string) => void
}

export const AddClientFields = ({ draft, onChange, problemOf, onLeave }: AddClientFieldsProps) => {
  const { t } = useTranslation('clients')
  const values = useClientFilterValues().data
  const members = usePractice().data?.members ?? []
  const optional = t('form.optional')
  const line = (field: 'location' | 'country') => ({
    label: t(`form.${field}`),
    optional,
    value: draft[field],
    onChange: (text: string) => onChange({ [field]: text }),
    error: problemOf(field),
    input: { autoComplete: 'off', onBlur: () => onLeave(field, draft[field]) },
  })
  return (
    <>
      <TextField
        label={t('form.name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={problemOf('name')}
        input={{ autoFocus: true, autoComplete: 'off', onBlur: () => onLeave('name', draft.name) }}
      />
      <NamesakeNote name={draft.name} />
      <div className={css.pair}>
        <SelectField
          label={t('form.status')}
          value={draft.status}
          onChange={(status) => status !== undefined && onChange({ status })}
          options={clientStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
        <SelectField
          label={t('form.owner')}
          optional={optional}
          value={draft.ownerId}
          onChange={(ownerId) => onChange({ ownerId })}
          options={members.map(({ id, name }) => ({ value: id, label: name ?? id }))}
          nothingFound={t('filter.nothingFound')}
          clearable
        />
        <Autocomplete
          {...wordsOf({ label: t('form.industry'), optional, error: problemOf('industry') })}
          data={(values?.industries ?? []).map(({ value }) => value)}
          limit={50}
          autoComplete="off"
          value={draft.industry}
          onChange={(industry) => onChange({ industry })}
          onBlur={() => onLeave('industry', draft.industry)}
        />
        <NumberField
          label={t('form.employees')}
          optional={optional}
          value={draft.employees}
          onChange={(employees) => onChange({ employees })}
          error={problemOf('employees')}
          min={0}
          input={{ allowNegative: false, onBlur: () => onLeave('employees', String(draft.employees ?? '')) }}
        />
        <TextField {...line('location')} />
        <TextField {...line('country')} />
      </div>
      <TagsInput
        {...wordsOf({ label: t('form.tags'), optional, help: t('form.tagsHelp'), error: problemOf('tags') })}
        data={(values?.tags ?? []).map(({ value }) => value)}
        limit={50}
        acceptValueOnBlur
        classNames={{ pill: css.tag, inputField: css.tagField }}
        value={[...draft.tags]}
        onChange={(tags) => onChange({ tags })}
        onBlur={() => onLeave('tags', draft.tags.join())}
      />
    </>
  )
}
