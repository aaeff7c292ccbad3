/** The clients opened lately in this session, for the way back to them. */
import { useTranslation } from 'react-i18next'
import { SidebarGroup } from '../components/frame/sidebar.tsx'
import { Monogram } from '../components/identity/monogram.tsx'
import { useClientRow } from '../features/clients/use-clients.ts'
import { useSidebar } from '../state/sidebar.ts'
import { SidebarLink } from './sidebar-link.tsx'

export const OpenClients = () => {
  const { t } = useTranslation()
  const { openClients } = useSidebar()
  if (openClients.length === 0) return null
  return (
    <SidebarGroup label={t('openClients')}>
      {openClients.map((clientId) => (
        <OpenClient key={clientId} clientId={clientId} />
      ))}
    </SidebarGroup>
  )
}

const OpenClient = ({ clientId }: { readonly clientId: string }) => {
  const { data: client } = useClientRow(clientId)
  if (client === undefined) return null
  return (
    <SidebarLink
      to="/clients/$clientId"
      params={{ clientId }}
      icon={<Monogram name={client.name} kind="client" size={18} />}
      label={client.name}
    />
  )
}
