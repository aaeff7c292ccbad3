/** What can be done with a client from its panel. */
import { Button } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LeavingMenu } from '../leaving/leaving-menu.tsx'
import type { ClientRow } from './client-row.ts'
import css from './client-panel.module.css'
import { useArchiveClient } from './use-archive-client.ts'
import { useMay } from './use-clients.ts'
import { useFormats } from './use-formats.ts'

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

export type ClientPanelActionsProps = { readonly client: ClientRow; readonly onOpen: () => void }

export const ClientPanelActions = ({ client, onOpen }: ClientPanelActionsProps) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const { archive, restore, isBusy } = useArchiveClient()
  const mayArchive = useMay('client.archive')
  const { archivedAt } = client
  // A file that cannot be read cannot be changed either.
  const canArchive = mayArchive && client.fileState === 'ok'
  return (
    <>
      <div className={css.actions}>
        <Button variant="default" leftSection={<IconArrowRight {...icon} />} onClick={onOpen}>
          {t('openClient')}
        </Button>
        {canArchive && archivedAt === null && (
          <Button
            variant="default"
            leftSection={<IconArchive {...icon} />}
            disabled={isBusy}
            onClick={() => archive(client)}
          >
            {t('panel.archive')}
          </Button>
        )}
        {canArchive && archivedAt !== null && (
          <Button
            variant="default"
            leftSection={<IconArchiveOff {...icon} />}
            disabled={isBusy}
            onClick={() => restore(client)}
          >
            {t('panel.restore')}
          </Button>
        )}
        {mayArchive && <LeavingMenu client={client} />}
      </div>
      {archivedAt !== null && (
        <p className={css.note}>{t('panel.archivedNote', { when: formats.since(archivedAt) })}</p>
      )}
    </>
  )
}
