/** One note: its title, who may read it, and its text. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEye, IconLock, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteSummary } from '#api/notes.ts'
import { noteEntityNames } from '#domain/entities/note.ts'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { RecordField } from '#renderer/components/fields/record-mark.tsx'
import { RecordScope } from '#renderer/components/fields/record-scope.tsx'
import { useRecordField } from '#renderer/components/fields/use-record-field.ts'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { useRecordTexts } from '../client/use-record-texts.ts'
import { saveAnswer, useClientEdits } from '../client/use-client.ts'
import { useChangeWords } from '../client/use-change-words.ts'
import { useDates } from '../client/use-dates.ts'
import css from './notes.module.css'
import { useHasAudiences, useMayWrite, useNoteEdits } from './use-notes.ts'

/** Editor and documents come when a note is opened. */
const NoteEditor = lazy(() => import('./note-editor.tsx').then(({ NoteEditor: editor }) => ({ default: editor })))

export type NoteViewProps = { readonly clientId: string; readonly note: NoteSummary; readonly isNew: boolean }

export const NoteView = ({ clientId, note, isNew }: NoteViewProps) => {
  const { t } = useTranslation('notes')
  const readOnly = !useMayWrite(clientId)(note.audience)
  return (
    <section className={css.view} aria-label={note.title ?? t('untitled')} data-region tabIndex={-1}>
      <div className={css.head}>
        <RecordScope id={note.id}>
          <NoteTitle clientId={clientId} note={note} readOnly={readOnly} />
        </RecordScope>
        {readOnly ? null : <DeleteNote clientId={clientId} note={note} />}
      </div>
      <NoteMeta note={note} />
      <Suspense fallback={<LoadingRows count={3} words={t('opening')} />}>
        <NoteEditor clientId={clientId} id={note.id} audience={note.audience} readOnly={readOnly} isNew={isNew} />
      </Suspense>
    </section>
  )
}

type TitleProps = Omit<NoteViewProps, 'isNew'> & { readonly readOnly: boolean }

const NoteTitle = ({ clientId, note: { id, audience, title }, readOnly }: TitleProps) => {
  const { t } = useTranslation('notes')
  const texts = useRecordTexts()
  const { rename } = useNoteEdits(clientId)
  const field = useRecordField({
    label: t('titleField'),
    value: title ?? '',
    save: (next) => saveAnswer(rename({ id, audience, title: next.trim() === '' ? null : next.trim() })),
  })
  return (
    <RecordField field={field} texts={texts}>
      <input
        className={css.title}
        aria-label={t('titleField')}
        placeholder={t('titlePlaceholder')}
        dir="auto"
        maxLength={200}
        readOnly={readOnly}
        value={field.shown}
        onChange={(event) => field.type(event.currentTarget.value)}
        onBlur={field.commit}
        onKeyDown={field.onKeyDown}
      />
    </RecordField>
  )
}

const NoteMeta = ({ note: { audience, editedAt, editedBy } }: { readonly note: NoteSummary }) => {
  const { t } = useTranslation('notes')
  const dates = useDates()
  const { memberName } = useChangeWords()
  const Icon = audience === 'practice' ? IconLock : IconEye
  return (
    <div className={css.meta}>
      {useHasAudiences() ? (
        <span className={css.audience} data-audience={audience}>
          <Icon size={14} stroke={1.6} aria-hidden />
          {t(`audiences.${audience}`)}
        </span>
      ) : null}
      {editedAt === null ? null : (
        <span>
          {editedBy === null
            ? t('created', { when: dates.moment(editedAt) })
            : t('editedBy', { when: dates.moment(editedAt), who: memberName(editedBy) })}
        </span>
      )}
    </div>
  )
}

const DeleteNote = ({ clientId, note: { id, audience, title } }: Omit<NoteViewProps, 'isNew'>) => {
  const { t } = useTranslation('notes')
  const navigate = useNavigate()
  const { deleteRecord, restoreRecord } = useClientEdits(clientId)
  const record = { entity: noteEntityNames[audience], id }
  const remove = async (): Promise<void> => {
    await deleteRecord(record)
    await navigate({ to: '/clients/$clientId/notes', params: { clientId } })
    showToast({
      text: t('deleted', { name: title ?? t('untitled') }),
      action: { label: t('undo'), isUndo: true, onRun: () => void restoreRecord(record) },
      close: t('close'),
    })
  }
  return (
    <Tooltip label={t('delete')}>
      <ActionIcon variant="subtle" aria-label={t('delete')} onClick={() => void remove()}>
        <IconTrash size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
