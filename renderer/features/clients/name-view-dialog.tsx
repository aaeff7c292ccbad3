/** Asks for the name of a view; two views never bear the same. */
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldName } from '#domain/catalog/fold-name.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'

export type NameViewDialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly initial: string
  readonly taken: readonly string[]
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

const mostCharacters = 60

export const NameViewDialog = ({ title, isOpen, onClose, ...form }: NameViewDialogProps) => {
  const { t } = useTranslation('clients')
  const formId = useId()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId}>
            {t('views.save')}
          </Button>
        </>
      }
    >
      {isOpen && <NameForm formId={formId} {...form} />}
    </Dialog>
  )
}

type NameFormProps = Pick<NameViewDialogProps, 'initial' | 'taken' | 'onName'> & { readonly formId: string }

const NameForm = ({ formId, initial, taken, onName }: NameFormProps) => {
  const { t } = useTranslation('clients')
  const [name, setName] = useState(initial)
  const [error, setError] = useState<string>()
  const submit = (): void => {
    const trimmed = name.trim()
    if (trimmed === '') return setError(t('views.nameMissing'))
    if (taken.some((other) => foldName(other) === foldName(trimmed))) return setError(t('views.nameTaken'))
    onName(trimmed)
  }
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={t('views.name')}
        help={t('views.help')}
        value={name}
        onChange={setName}
        error={error}
        input={{ maxLength: mostCharacters, autoFocus: true }}
      />
    </form>
  )
}
