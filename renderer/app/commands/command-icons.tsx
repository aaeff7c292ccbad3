/** The icons of commands in the palette. */
import {
  IconActivity,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowRight,
  IconBuilding,
  IconFileImport,
  IconGauge,
  IconKeyboard,
  IconLayoutDashboard,
  IconLayoutSidebar,
  IconListCheck,
  IconLock,
  IconPlus,
  IconSearch,
  IconSettings,
  IconChevronRight,
  type TablerIcon,
} from '@tabler/icons-react'
import type { CommandId } from '#renderer/commands/command-catalog.ts'

const icons: Readonly<Partial<Record<CommandId, TablerIcon>>> = {
  dashboard: IconLayoutDashboard,
  clients: IconBuilding,
  settings: IconSettings,
  back: IconArrowLeft,
  forward: IconArrowRight,
  undo: IconArrowBackUp,
  redo: IconArrowForwardUp,
  sidebar: IconLayoutSidebar,
  lock: IconLock,
  shortcuts: IconKeyboard,
  jobs: IconListCheck,
  searchClients: IconSearch,
  addClient: IconPlus,
  importClients: IconFileImport,
  addNote: IconPlus,
  clientOverview: IconGauge,
  clientActivity: IconActivity,
  clientSettings: IconSettings,
}

export const CommandIcon = ({ id }: { readonly id: CommandId }) => {
  const Icon = icons[id] ?? IconChevronRight
  return <Icon size={16} stroke={1.6} aria-hidden />
}
