/** The text of a note with its session: comes with the editor in a part of its own, when a note is opened. */
import { useTranslation } from 'react-i18next'
import type { NoteRef } from '#domain/entities/note.ts'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { NoteTextField } from './note-text-field.tsx'
import type { NoteSession } from './note-session.ts'
import { useNoteSession, useSessionState } from './use-note-session.ts'
import css from './notes.module.css'

export type NoteEditorProps = NoteRef & {
  readonly clientId: string
  readonly readOnly: boolean
  /** Made just now: whoever made it goes on writing. */
  readonly isNew: boolean
}

export const NoteEditor = ({ clientId, id, audience, readOnly, isNew }: NoteEditorProps) => {
  const session = useNoteSession(clientId, { id, audience })
  return session === undefined ? null : <OpenedNote session={session} readOnly={readOnly} isNew={isNew} />
}

type OpenedNoteProps = { readonly session: NoteSession; readonly readOnly: boolean; readonly isNew: boolean }

const OpenedNote = ({ session, readOnly, isNew }: OpenedNoteProps) => {
  const { t } = useTranslation('notes')
  const { isOpen } = useSessionState(session)
  return (
    <>
      {isOpen ? (
        <NoteTextField
          session={session}
          readOnly={readOnly}
          isNew={isNew}
          status={readOnly ? <span className={css.status}>{t('readOnly')}</span> : <SavedState session={session} />}
        />
      ) : (
        <LoadingRows count={3} words={t('opening')} />
      )}
      <Trouble session={session} />
    </>
  )
}

const SavedState = ({ session }: { readonly session: NoteSession }) => {
  const { t } = useTranslation('notes')
  const { saving } = useSessionState(session)
  const words = saving === 'saved' ? t('saved') : saving === 'saving' ? t('saving') : ''
  return <span className={css.status}>{words}</span>
}

/** What is not saved, and why. */
const Trouble = ({ session }: { readonly session: NoteSession }) => {
  const { t } = useTranslation('notes')
  const { saving, reason } = useSessionState(session)
  return (
    <div className={css.trouble} role="alert">
      {saving === 'waiting' ? t('waiting') : null}
      {saving === 'refused' ? (
        <>
          {reason}{' '}
          <button type="button" className={css.retry} onClick={() => void session.flush()}>
            {t('retry')}
          </button>
        </>
      ) : null}
    </div>
  )
}
