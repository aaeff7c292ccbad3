/** The notes edited last, on the overview of a client, and the way to all of them. */
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import css from '../client/client.module.css'
import { useDates } from '../client/use-dates.ts'
import { useNotes } from './use-notes.ts'

const shown = 3

export const LatestNotes = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('notes')
  const navigate = useNavigate()
  const dates = useDates()
  const { data: notes } = useNotes(clientId)
  return (
    <section>
      <h2 className={css.title}>{t('latest.title')}</h2>
      {notes?.length === 0 ? <p className={css.text}>{t('latest.none')}</p> : null}
      <ul className={css.list}>
        {notes?.slice(0, shown).map(({ id, title, excerpt, editedAt }) => (
          <li key={id} className={css.row}>
            <span className={css.grow} dir="auto">
              <Link to="/clients/$clientId/notes/$noteId" params={{ clientId, noteId: id }}>
                {title ?? excerpt ?? t('untitled')}
              </Link>
            </span>
            <span className={css.quiet}>{editedAt === null ? null : dates.moment(editedAt)}</span>
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        <Button
          variant="subtle"
          onClick={() => void navigate({ to: '/clients/$clientId/notes', params: { clientId } })}
        >
          {t('latest.all')}
        </Button>
      </div>
    </section>
  )
}
