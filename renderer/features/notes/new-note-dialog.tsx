/** Asks what a new note is called and who may read it: for the practice only, unless chosen otherwise. */
import { Button } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { noteAudiences, type NoteAudience } from '#domain/entities/note.ts'
import { Dialog } from '#renderer/components/dialogs/dialog.tsx'
import { OptionCards } from '#renderer/components/fields/option-cards.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { wordsOf } from '../client/use-client.ts'
import css from './notes.module.css'

export type NewNoteDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onCreate: (audience: NoteAudience, title?: string) => Promise<void>
}

export const NewNoteDialog = ({ isOpen, onClose, onCreate }: NewNoteDialogProps) => {
  const { t } = useTranslation('notes')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('newNote')}>
      <NewNoteForm onClose={onClose} onCreate={onCreate} />
    </Dialog>
  )
}

const NewNoteForm = ({ onClose, onCreate }: Omit<NewNoteDialogProps, 'isOpen'>) => {
  const { t } = useTranslation('notes')
  const [title, setTitle] = useState('')
  const [audience, setAudience] = useState<NoteAudience>('practice')
  const [problem, setProblem] = useState<string>()
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    const named = title.trim()
    onCreate(audience, named === '' ? undefined : named).catch((error: unknown) => setProblem(wordsOf(error)))
  }
  return (
    <form className={css.form} onSubmit={onSubmit}>
      <TextField
        label={t('titleField')}
        help={t('optional')}
        value={title}
        onChange={setTitle}
        error={problem}
        input={{ maxLength: 200, autoFocus: true }}
      />
      <div>
        <div className={css.question}>{t('audience')}</div>
        <OptionCards
          label={t('audience')}
          options={noteAudiences.map((value) => ({
            value,
            title: t(`audiences.${value}`),
            text: t(`audienceTexts.${value}`),
          }))}
          value={audience}
          onChange={setAudience}
        />
        <p className={css.help}>{t('audienceStays')}</p>
      </div>
      <div className={css.formActions}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit">{t('create')}</Button>
      </div>
    </form>
  )
}
