/** More that can be done with a client of the list: convert, clone, hand over, delete. */
import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '../clients/client-row.ts'
import { useConvertClient } from './use-convert-client.ts'
import { useLeavingDialogs } from './use-leaving-dialogs.tsx'

export const LeavingMenu = ({ client }: { readonly client: ClientRow }) => {
  const { t } = useTranslation('leaving')
  const { convert, isBusy } = useConvertClient()
  const { onHandOver, onClone, onDelete, dialog } = useLeavingDialogs(client)
  // A file that cannot be read can only be deleted.
  const isSound = client.fileState === 'ok'
  const isProspect = client.status === 'prospect'
  const canConvert = isSound && client.archivedAt === null && onClone !== undefined
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={15} stroke={1.6} aria-hidden />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {canConvert && (
            <Menu.Item
              disabled={isBusy}
              onClick={() => convert({ id: client.id, name: client.name, to: isProspect ? 'client' : 'prospect' })}
            >
              {isProspect ? t('convert.toClient') : t('convert.toProspect')}
            </Menu.Item>
          )}
          {isSound && onClone !== undefined && <Menu.Item onClick={onClone}>{t('clone.action')}</Menu.Item>}
          {isSound && onHandOver !== undefined && <Menu.Item onClick={onHandOver}>{t('handOver.action')}</Menu.Item>}
          {onDelete !== undefined && <Menu.Item onClick={onDelete}>{t('delete.action')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  )
}
