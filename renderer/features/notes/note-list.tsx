/** The notes of a client, the one edited last on top; arrow keys go from one to the next. */
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteSummary } from '#api/notes.ts'
import { useDates } from '../client/use-dates.ts'
import css from './notes.module.css'
import { useHasAudiences } from './use-notes.ts'

export type NoteListProps = { readonly clientId: string; readonly notes: readonly NoteSummary[] }

export const NoteList = ({ clientId, notes }: NoteListProps) => {
  const { t } = useTranslation('notes')
  const dates = useDates()
  const hasAudiences = useHasAudiences()
  return (
    <nav className={css.list} aria-label={t('list')} data-region tabIndex={-1} onKeyDown={goToNext}>
      <ul>
        {notes.map(({ id, title, excerpt, audience, editedAt }) => (
          <li key={id}>
            <Link className={css.note} to="/clients/$clientId/notes/$noteId" params={{ clientId, noteId: id }}>
              <span className={css.noteTitle} dir="auto">
                {title ?? t('untitled')}
              </span>
              <span className={css.noteExcerpt} dir="auto">
                {excerpt ?? t('noText')}
              </span>
              <span className={css.noteMeta}>
                {hasAudiences ? <span data-audience={audience}>{t(`audiences.${audience}`)}</span> : null}
                {editedAt === null ? null : <span>{dates.moment(editedAt)}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const goToNext = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const next = links[links.findIndex((link) => link === document.activeElement) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
