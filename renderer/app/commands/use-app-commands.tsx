/** The list of commands of the portal. */
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBuilding,
  IconKeyboard,
  IconLayoutDashboard,
  IconLayoutSidebar,
  IconLock,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { toggleSidebar } from '#renderer/state/sidebar.ts'
import { useLock } from '../use-lock.ts'
import type { AppCommand } from './app-command.ts'
import { useUndo } from './use-undo.ts'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

export type AppCommandOptions = {
  readonly openPalette: () => void
  readonly openShortcuts: () => void
  /** A single organization has one workspace and no list of clients. */
  readonly isSolo: boolean
}

export const useAppCommands = ({ openPalette, openShortcuts, isSolo }: AppCommandOptions): readonly AppCommand[] => {
  const { t } = useTranslation('commands')
  const navigate = useNavigate()
  const { undo, redo } = useUndo()
  const lock = useLock()
  const [go, everywhere, account] = [t('groups.go'), t('groups.everywhere'), t('groups.account')]
  const portal: readonly AppCommand[] = [
    {
      id: 'dashboard',
      label: t('dashboard'),
      group: go,
      keys: ['G', 'D'],
      icon: <IconLayoutDashboard {...icon} />,
      run: () => void navigate({ to: '/dashboard' }),
    },
    {
      id: 'clients',
      label: t('clients'),
      group: go,
      keys: ['G', 'C'],
      icon: <IconBuilding {...icon} />,
      run: () => void navigate({ to: '/clients' }),
    },
  ]
  return [
    ...(isSolo ? [] : portal),
    {
      id: 'settings',
      label: t('settings'),
      group: go,
      keys: ['G', 'S'],
      icon: <IconSettings {...icon} />,
      run: () => void navigate({ to: '/settings' }),
    },
    {
      id: 'palette',
      label: t('palette'),
      group: everywhere,
      keys: ['Mod+K'],
      worksInFields: true,
      icon: <IconSearch {...icon} />,
      run: openPalette,
    },
    {
      id: 'undo',
      label: t('undo'),
      group: everywhere,
      keys: ['Mod+Z'],
      icon: <IconArrowBackUp {...icon} />,
      run: undo,
    },
    {
      id: 'redo',
      label: t('redo'),
      group: everywhere,
      keys: ['Mod+Shift+Z'],
      icon: <IconArrowForwardUp {...icon} />,
      run: redo,
    },
    {
      id: 'sidebar',
      label: t('sidebar'),
      group: everywhere,
      keys: ['Mod+B'],
      icon: <IconLayoutSidebar {...icon} />,
      run: toggleSidebar,
    },
    {
      id: 'shortcuts',
      label: t('shortcuts'),
      group: everywhere,
      keys: ['?'],
      icon: <IconKeyboard {...icon} />,
      run: openShortcuts,
    },
    {
      id: 'lock',
      label: t('lock'),
      group: account,
      keys: ['Mod+L'],
      worksInFields: true,
      icon: <IconLock {...icon} />,
      run: lock,
    },
  ]
}
