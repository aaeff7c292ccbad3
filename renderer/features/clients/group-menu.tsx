/** What the list is grouped by. */
import { Button, Menu } from '@mantine/core'
import { IconCheck, IconLayoutList } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clientGroupKeys, type ClientGroupKey } from '#api/queries.ts'

export type GroupMenuProps = {
  readonly value: ClientGroupKey | undefined
  readonly onChange: (value: ClientGroupKey | undefined) => void
}

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

export const GroupMenu = ({ value, onChange }: GroupMenuProps) => {
  const { t } = useTranslation('clients')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconLayoutList {...icon} />}>
          {value === undefined ? t('group.button') : t('group.buttonBy', { what: t(`group.by.${value}`) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[undefined, ...clientGroupKeys].map((key) => (
          <Menu.Item
            key={key ?? 'nothing'}
            aria-current={key === value || undefined}
            rightSection={key === value ? <IconCheck {...icon} /> : undefined}
            onClick={() => onChange(key)}
          >
            {key === undefined ? t('group.nothing') : t(`group.by.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
