/** The notes of a client: the list, and beside it the one that is open. */
import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteSummary } from '#api/notes.ts'
import type { NoteAudience } from '#domain/entities/note.ts'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { KeyHint } from '#renderer/components/keys/key-hint.tsx'
import { EmptyState } from '#renderer/components/states/empty-state.tsx'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { ArchivedNotice } from '../client/archived-notice.tsx'
import { useClientRow } from '../clients/use-clients.ts'
import { NewNoteDialog } from './new-note-dialog.tsx'
import { NoteList } from './note-list.tsx'
import { NoteView } from './note-view.tsx'
import css from './notes.module.css'
import { useHasAudiences, useMayWrite, useNoteEdits, useNotes } from './use-notes.ts'
import { useCommands } from '#renderer/commands/use-commands.ts'

export const NotesScreen = () => {
  const { clientId } = useParams({ from: '/clients/$clientId' })
  const { noteId } = useParams({ strict: false })
  const { t } = useTranslation('notes')
  const { data: client } = useClientRow(clientId)
  const { data: notes } = useNotes(clientId)
  const mayAdd = useMayWrite(clientId)('practice')
  const making = useNewNote(clientId)
  const open = notes?.find(({ id }) => id === noteId)
  useCommands({ addNote: mayAdd && !making.isAsking ? making.begin : undefined })
  const newNote = mayAdd ? (
    <Button onClick={making.begin} rightSection={<KeyHint keys={['N']} />}>
      {t('newNote')}
    </Button>
  ) : undefined
  return (
    <Page
      layout="table"
      header={<Header title={t('title')} aside={client?.name} actions={newNote} />}
      toolbar={<ArchivedNotice clientId={clientId} archivedAt={client?.archivedAt} />}
    >
      {notes === undefined ? (
        <LoadingRows words={t('loading')} />
      ) : notes.length === 0 && noteId === undefined ? (
        <NoNotes onNew={mayAdd ? making.begin : undefined} />
      ) : (
        <div className={css.split}>
          <NoteList clientId={clientId} notes={notes} />
          <OpenNote key={noteId} clientId={clientId} note={open} noteId={noteId} isNew={noteId === making.madeId} />
        </div>
      )}
      <NewNoteDialog isOpen={making.isAsking} onClose={making.cancel} onCreate={making.create} />
    </Page>
  )
}

type OpenNoteProps = {
  readonly clientId: string
  readonly note: NoteSummary | undefined
  readonly noteId: string | undefined
  readonly isNew: boolean
}

const OpenNote = ({ clientId, note, noteId, isNew }: OpenNoteProps) => {
  const { t } = useTranslation('notes')
  const navigate = useNavigate()
  if (note !== undefined) return <NoteView clientId={clientId} note={note} isNew={isNew} />
  if (noteId === undefined) return <EmptyState title={t('choose.title')} text={t('choose.text')} />
  const openTrash = (): void => void navigate({ to: '/clients/$clientId/settings', params: { clientId } })
  return (
    <EmptyState
      title={t('gone.title')}
      text={t('gone.text')}
      actions={
        <Button variant="default" onClick={openTrash}>
          {t('gone.action')}
        </Button>
      }
    />
  )
}

const NoNotes = ({ onNew }: { readonly onNew: (() => void) | undefined }) => {
  const { t } = useTranslation('notes')
  const hasAudiences = useHasAudiences()
  return (
    <EmptyState
      title={t('empty.title')}
      text={t(hasAudiences ? 'empty.text' : 'empty.textSolo')}
      actions={onNew === undefined ? undefined : <Button onClick={onNew}>{t('newNote')}</Button>}
    />
  )
}

/** Asks for title and readers first; where there is nobody to keep notes from, there is nothing to ask. */
const useNewNote = (clientId: string) => {
  const navigate = useNavigate()
  const hasAudiences = useHasAudiences()
  const { create } = useNoteEdits(clientId)
  const [isAsking, setAsking] = useState(false)
  const [madeId, setMadeId] = useState<string>()
  const make = async (audience: NoteAudience, title?: string): Promise<void> => {
    const { id } = await create({ audience, ...(title !== undefined && { title }) })
    setAsking(false)
    setMadeId(id)
    await navigate({ to: '/clients/$clientId/notes/$noteId', params: { clientId, noteId: id } })
  }
  return {
    isAsking,
    /** The note made here last: its text gets the focus. */
    madeId,
    begin: (): void => {
      if (hasAudiences) setAsking(true)
      else void make('practice')
    },
    cancel: (): void => setAsking(false),
    create: make,
  }
}
