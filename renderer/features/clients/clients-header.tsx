/** The head of the Clients screen: how many there are, search, and bringing clients in and out. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Header } from '#renderer/components/frame/header.tsx'
import css from './clients-header.module.css'
import { ClientsSearchField } from './clients-search-field.tsx'
import type { ExportFormat } from './use-export-clients.ts'

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

export type ClientsHeaderProps = {
  readonly count: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly search: string
  readonly onSearch: (search: string) => void
  /** From the field into the list. */
  readonly onLeaveSearch: () => void
  /** Each is left out where the role does not allow it. */
  readonly onAdd: (() => void) | undefined
  readonly onImport: (() => void) | undefined
  readonly onTakeOver: (() => void) | undefined
  readonly onExport: ((format: ExportFormat) => void) | undefined
  readonly isExporting: boolean
  /** The form of a new client is open and has the primary button. */
  readonly isAdding: boolean
}

export const ClientsHeader = (props: ClientsHeaderProps) => {
  const { t } = useTranslation('clients')
  const { t: leaving } = useTranslation('leaving')
  const { onAdd, onImport, onTakeOver, onExport } = props
  return (
    <Header
      title={t('title')}
      aside={props.count}
      actions={
        <>
          <ClientsSearchField
            field={props.field}
            value={props.search}
            onChange={props.onSearch}
            onLeave={props.onLeaveSearch}
          />
          {onExport !== undefined && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" leftSection={<IconDownload {...icon} />} loading={props.isExporting}>
                  {t('export')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onExport('csv')}>{t('exportCsv')}</Menu.Item>
                <Menu.Item onClick={() => onExport('xlsx')}>{t('exportXlsx')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          {onImport !== undefined && (
            <Button variant="default" leftSection={<IconFileImport {...icon} />} onClick={onImport}>
              {t('import')}
            </Button>
          )}
          {onTakeOver !== undefined && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={32} aria-label={leaving('takeOver.menu')}>
                  <IconDots {...icon} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={onTakeOver}>{leaving('takeOver.action')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          {onAdd !== undefined && (
            <Button
              variant={props.isAdding ? 'default' : 'filled'}
              leftSection={<IconPlus {...icon} />}
              rightSection={
                <kbd className={css.key} aria-hidden>
                  N
                </kbd>
              }
              onClick={onAdd}
            >
              {t('add')}
            </Button>
          )}
        </>
      }
    />
  )
}
