/** The clients opened lately, for the way back to them: Ctrl 1 to 8, in an order that drag or a menu changes. */
import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SidebarGroup } from '../components/frame/sidebar.tsx'
import { Monogram } from '../components/identity/monogram.tsx'
import { useClientRow } from '../features/clients/use-clients.ts'
import css from './open-clients.module.css'
import { SidebarLink } from './sidebar-link.tsx'
import { useOpenClients, type OpenClients as OpenClientList } from './use-open-clients.ts'

export const OpenClients = () => {
  const { t } = useTranslation()
  const list = useOpenClients()
  const [dragged, setDragged] = useState<string>()
  if (list.openClients.length === 0) return null
  return (
    <SidebarGroup label={t('openClients')}>
      {list.openClients.map((clientId, at) => (
        <div
          key={clientId}
          className={css.row}
          draggable
          data-dragged={clientId === dragged || undefined}
          onDragStart={() => setDragged(clientId)}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => dragged !== undefined && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            if (dragged !== undefined) list.move(dragged, at)
          }}
        >
          <OpenClient clientId={clientId} at={at} list={list} />
        </div>
      ))}
    </SidebarGroup>
  )
}

type OpenClientProps = { readonly clientId: string; readonly at: number; readonly list: OpenClientList }

const OpenClient = ({ clientId, at, list }: OpenClientProps) => {
  const { data: client } = useClientRow(clientId)
  if (client === undefined) return null
  return (
    <>
      <SidebarLink
        to="/clients/$clientId"
        params={{ clientId }}
        draggable={false}
        icon={<Monogram name={client.name} kind="client" size={18} />}
        label={client.name}
      />
      <PlaceMenu name={client.name} clientId={clientId} at={at} list={list} />
    </>
  )
}

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

const PlaceMenu = ({ name, clientId, at, list }: OpenClientProps & { readonly name: string }) => {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className={css.more} aria-label={t('openClient.more', { name })}>
          <IconDots {...icon} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp {...icon} />}
          disabled={at === 0}
          onClick={() => list.move(clientId, at - 1)}
        >
          {t('openClient.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...icon} />}
          disabled={at === list.openClients.length - 1}
          onClick={() => list.move(clientId, at + 1)}
        >
          {t('openClient.down')}
        </Menu.Item>
        <Menu.Item leftSection={<IconX {...icon} />} onClick={() => list.remove(clientId)}>
          {t('openClient.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
