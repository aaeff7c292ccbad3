/** The panel of a client of the list: its place in it, and the way to those before and after. */
import { useTranslation } from 'react-i18next'
import { ClientPanel } from './client-panel.tsx'
import { setPanel } from './clients-view.ts'
import type { ClientRows } from './use-client-rows.ts'
import { useFormats } from './use-formats.ts'

export type ListedClientPanelProps = {
  readonly clientId: string
  readonly list: ClientRows
  readonly onFullPage: (clientId: string) => void
  readonly onClose: () => void
}

export const ListedClientPanel = ({ clientId, list, onFullPage, onClose }: ListedClientPanelProps) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const place = list.rows.findIndex((row) => row?.id === clientId)
  const stepTo = (index: number): (() => void) | undefined => {
    const row = place < 0 ? undefined : list.rows[index]
    return row === undefined ? undefined : () => setPanel({ type: 'Client', clientId: row.id })
  }
  return (
    <ClientPanel
      clientId={clientId}
      known={list.rows[place]}
      position={
        place < 0
          ? undefined
          : t('panel.position', { place: formats.number(place + 1), total: formats.number(list.total) })
      }
      onPrevious={stepTo(place - 1)}
      onNext={stepTo(place + 1)}
      onFullPage={() => onFullPage(clientId)}
      onClose={onClose}
    />
  )
}
