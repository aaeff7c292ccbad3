/** What can be done with the selected clients: owner, tags, status, export, archive. */
import { Menu } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDownload, IconProgressCheck, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BulkChange } from '#api/client-changes.ts'
import { BulkAction, BulkBar } from '#renderer/components/table/bulk-bar.tsx'
import { BulkTags } from './bulk-tags.tsx'
import type { ClientsView } from './clients-query.ts'
import { useMay, usePractice } from './use-clients.ts'
import type { ListSelection } from './use-client-selection.ts'
import type { ExportFormat } from './use-export-clients.ts'
import { useFormats } from './use-formats.ts'

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

export type ClientsBulkBarProps = {
  readonly selection: ListSelection
  /** Of all rows that the filters leave. */
  readonly total: number
  readonly view: ClientsView
  readonly onChange: (change: BulkChange) => void
  readonly onExport: ((format: ExportFormat) => void) | undefined
}

export const ClientsBulkBar = ({ selection, total, view, onChange, onExport }: ClientsBulkBarProps) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const mayAssign = useMay('client.assignOwner')
  const mayArchive = useMay('client.archive')
  const isArchived = view === 'archived'
  return (
    <BulkBar
      label={t('bulk.label')}
      count={t('bulk.count', { count: selection.count, formatted: formats.number(selection.count) })}
      selectAll={
        selection.isAll
          ? undefined
          : { label: t('bulk.selectAll', { total: formats.number(total) }), onSelect: selection.selectAll }
      }
      clear={{ label: t('bulk.clear'), onClear: selection.clear }}
    >
      {!isArchived && mayAssign && <OwnerMenu onChange={onChange} />}
      {!isArchived && <BulkTags onChange={onChange} />}
      {!isArchived && <StatusMenu onChange={onChange} />}
      {onExport !== undefined && <ExportMenu onExport={onExport} />}
      {mayArchive && (
        <BulkAction
          icon={isArchived ? <IconArchiveOff {...icon} /> : <IconArchive {...icon} />}
          onClick={() => onChange({ type: isArchived ? 'restore' : 'archive' })}
        >
          {t(isArchived ? 'panel.restore' : 'panel.archive')}
        </BulkAction>
      )}
    </BulkBar>
  )
}

type MenuProps = Pick<ClientsBulkBarProps, 'onChange'>

const OwnerMenu = ({ onChange }: MenuProps) => {
  const { t } = useTranslation('clients')
  const members = usePractice().data?.members ?? []
  return (
    <Menu position="top-start">
      <Menu.Target>
        <BulkAction icon={<IconUser {...icon} />}>{t('bulk.owner')}</BulkAction>
      </Menu.Target>
      <Menu.Dropdown>
        {members.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onChange({ type: 'assignOwner', ownerId: id })}>
            {name ?? id}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChange({ type: 'assignOwner', ownerId: null })}>{t('filter.noOwner')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const StatusMenu = ({ onChange }: MenuProps) => {
  const { t } = useTranslation('clients')
  return (
    <Menu position="top-start">
      <Menu.Target>
        <BulkAction icon={<IconProgressCheck {...icon} />}>{t('bulk.status')}</BulkAction>
      </Menu.Target>
      <Menu.Dropdown>
        {(['client', 'prospect'] as const).map((status) => (
          <Menu.Item key={status} onClick={() => onChange({ type: 'setStatus', status })}>
            {t(`status.${status}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const ExportMenu = ({ onExport }: { readonly onExport: (format: ExportFormat) => void }) => {
  const { t } = useTranslation('clients')
  return (
    <Menu position="top-start">
      <Menu.Target>
        <BulkAction icon={<IconDownload {...icon} />}>{t('export')}</BulkAction>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onExport('csv')}>{t('exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => onExport('xlsx')}>{t('exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
