/** Beside the tabs: a new view of what the list shows, and what can be done with the saved one that is up. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NameViewDialog } from './name-view-dialog.tsx'
import css from './saved-view-actions.module.css'
import type { SavedViews } from './use-saved-views.ts'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const
/** As many as the tabs can still be found among. */
const mostViews = 30

const closed = { isOpen: false, what: 'new' } as const

export const SavedViewActions = ({ saved }: { readonly saved: SavedViews }) => {
  const { t } = useTranslation('clients')
  const [naming, setNaming] = useState<{ readonly isOpen: boolean; readonly what: 'new' | 'rename' }>(closed)
  const { active, views } = saved
  const isRename = naming.what === 'rename'
  // What it was about stays for the moment in which it fades.
  const close = (): void => setNaming((before) => ({ ...before, isOpen: false }))
  return (
    <div className={css.actions}>
      {active !== undefined && saved.isChanged && (
        <>
          <Button variant="transparent" className={css.text ?? ''} onClick={saved.save}>
            {t('views.save')}
          </Button>
          <span aria-hidden className={css.dot}>
            ·
          </span>
          <Button variant="transparent" className={css.text ?? ''} onClick={saved.reset}>
            {t('views.reset')}
          </Button>
        </>
      )}
      {active !== undefined && (
        <ActiveViewMenu saved={saved} onRename={() => setNaming({ isOpen: true, what: 'rename' })} />
      )}
      {views.length < mostViews && (
        <Tooltip label={t('views.add')}>
          <ActionIcon
            variant="subtle"
            aria-label={t('views.add')}
            onClick={() => setNaming({ isOpen: true, what: 'new' })}
          >
            <IconPlus {...icon} />
          </ActionIcon>
        </Tooltip>
      )}
      <NameViewDialog
        title={t(isRename ? 'views.renameTitle' : 'views.addTitle')}
        isOpen={naming.isOpen}
        initial={isRename ? (active?.name ?? '') : ''}
        taken={views.filter(({ id }) => !isRename || id !== active?.id).map(({ name }) => name)}
        onName={(name) => {
          if (isRename) saved.rename(name)
          else saved.add(name)
          close()
        }}
        onClose={close}
      />
    </div>
  )
}

const ActiveViewMenu = ({ saved, onRename }: { readonly saved: SavedViews; readonly onRename: () => void }) => {
  const { t } = useTranslation('clients')
  const place = saved.views.findIndex(({ id }) => id === saved.active?.id)
  const label = t('views.menu', { name: saved.active?.name ?? '' })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon variant="subtle" aria-label={label}>
            <IconDots {...icon} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRename}>{t('views.rename')}</Menu.Item>
        <Menu.Item disabled={place === 0} onClick={() => saved.move(-1)}>
          {t('views.moveLeft')}
        </Menu.Item>
        <Menu.Item disabled={place === saved.views.length - 1} onClick={() => saved.move(1)}>
          {t('views.moveRight')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={saved.remove}>{t('views.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
