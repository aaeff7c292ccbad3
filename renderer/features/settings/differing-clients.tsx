/** Under a default: how many clients decide it for themselves, and which, with the way to each. */
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefaultSetting } from '#domain/defaults/default-settings.ts'
import { VisuallyHidden } from '#renderer/components/feedback/visually-hidden.tsx'
import css from './defaults-section.module.css'
import { useDifferingClients, useOverrideCounts } from './use-differing-clients.ts'

type DifferingClientsProps = { readonly setting: DefaultSetting; readonly label: string }

export const DifferingClients = ({ setting, label }: DifferingClientsProps) => {
  const { t } = useTranslation('settings')
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const count = useOverrideCounts()?.[setting] ?? 0
  if (count === 0) return null
  return (
    <div className={css.differing}>
      <button
        type="button"
        className={css.link}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('defaults.differing', { count })}
        <VisuallyHidden>: {label}</VisuallyHidden>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <ClientLinks setting={setting} /> : null}
      </div>
    </div>
  )
}

const pageSize = 20

const ClientLinks = ({ setting }: { readonly setting: DefaultSetting }) => {
  const { t } = useTranslation('settings')
  const [limit, setLimit] = useState(pageSize)
  const page = useDifferingClients(setting, limit)
  if (page === undefined) return null
  const hidden = page.total - page.items.length
  return (
    <ul className={css.clients}>
      {page.items.map(({ id, name }) => (
        <li key={id}>
          <Link to="/clients/$clientId/settings" params={{ clientId: id }}>
            {name}
          </Link>
        </li>
      ))}
      {hidden > 0 ? (
        <li>
          <button type="button" className={css.link} onClick={() => setLimit(limit + 5 * pageSize)}>
            {t('defaults.moreClients', { count: hidden })}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
