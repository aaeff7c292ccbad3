/** Adds a tag to the selected clients or takes it from them; tags that clients have are proposed. */
import { Autocomplete, Button, Group, Popover } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkChange } from '#api/client-changes.ts'
import { BulkAction } from '#renderer/components/table/bulk-bar.tsx'
import { useClientFilterValues } from './use-clients.ts'

const mostCharacters = 60

export const BulkTags = ({ onChange }: { readonly onChange: (change: BulkChange) => void }) => {
  const { t } = useTranslation('clients')
  const [isOpen, setOpen] = useState(false)
  const [label, setLabel] = useState('')
  const known = useClientFilterValues().data?.tags.map(({ value }) => value) ?? []
  const run = (type: 'tag' | 'untag'): void => {
    const trimmed = label.trim()
    if (trimmed === '') return
    setOpen(false)
    setLabel('')
    onChange({ type, label: trimmed })
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <BulkAction icon={<IconTag size={15} stroke={1.6} aria-hidden />} onClick={() => setOpen(!isOpen)}>
          {t('bulk.tags')}
        </BulkAction>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            run('tag')
          }}
        >
          <Autocomplete
            label={t('bulk.tag')}
            data={known}
            value={label}
            onChange={setLabel}
            maxLength={mostCharacters}
            limit={8}
            data-autofocus
            openOnFocus={false}
            // Above the label, which it would cover.
            comboboxProps={{ withinPortal: false, position: 'top', offset: 30 }}
          />
          <Group gap={8} mt={12}>
            <Button type="submit" aria-disabled={label.trim() === ''}>
              {t('bulk.addTag')}
            </Button>
            <Button variant="default" onClick={() => run('untag')} aria-disabled={label.trim() === ''}>
              {t('bulk.removeTag')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
