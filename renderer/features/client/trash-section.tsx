/** What was deleted here in the last 30 days. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import css from './client.module.css'
import { Section } from './section.tsx'
import { useClientEdits, useTrash } from './use-client.ts'
import { useDates } from './use-dates.ts'

export const TrashSection = ({ clientId }: { readonly clientId: string }) => {
  const { t } = useTranslation('client')
  const dates = useDates()
  const { data: items = [] } = useTrash(clientId)
  const { restoreRecord } = useClientEdits(clientId)
  return (
    <Section title={t('settings.trash')} text={items.length === 0 ? t('settings.trashEmpty') : t('settings.trashText')}>
      {items.length === 0 ? null : (
        <ul className={css.list}>
          {items
            .map(({ name, ...item }) => ({ ...item, name: name === '' ? t('settings.untitled') : name }))
            .map(({ entity, id, name, until }) => (
              <li key={id} className={css.row}>
                <span className={css.grow}>
                  {t(`activity.entities.${entity}`)}: {name}
                </span>
                <span className={css.quiet}>{t('settings.until', { date: dates.day(until) })}</span>
                <Button
                  variant="subtle"
                  aria-label={t('settings.restoreItem', { name })}
                  onClick={() => void restoreRecord({ entity, id })}
                >
                  {t('settings.restoreWord')}
                </Button>
              </li>
            ))}
        </ul>
      )}
    </Section>
  )
}
