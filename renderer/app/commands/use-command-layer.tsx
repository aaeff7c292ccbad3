/** Keys, palette and sheet of keys of the open account: all from the one catalog of commands. */
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commandIds, entryOf, isCommand, openClientCommands } from '#renderer/commands/command-catalog.ts'
import { useCommandKeys } from '#renderer/commands/use-command-keys.ts'
import { runCommand, useOfferedCommands } from '#renderer/commands/use-commands.ts'
import { createPalette } from '#renderer/components/commands/command-palette.tsx'
import { ShortcutsSheet } from '#renderer/components/commands/shortcuts-sheet.tsx'
import { offerToMenu } from '#renderer/rpc/desktop-menu.ts'
import { PortalPalette } from './portal-palette.tsx'
import { useFrameCommands } from './use-frame-commands.ts'

export type CommandLayer = { readonly openPalette: () => void; readonly overlays: ReactNode }
export type CommandLayerOptions = { readonly isSolo: boolean; readonly clientId: string | undefined }

export const useCommandLayer = ({ isSolo, clientId }: CommandLayerOptions): CommandLayer => {
  const { t } = useTranslation('commands')
  const [palette] = useState(createPalette)
  const [isSheetOpen, setSheetOpen] = useState(false)
  useFrameCommands({ openPalette: palette.open, openShortcuts: () => setSheetOpen(true), isSolo, clientId })
  useCommandKeys()
  useCommandMenu()
  const printed = commandIds
    .filter((id) => !(isSolo && soloHasNot.has(id)) && !inOneRow.has(id))
    .map((id) => {
      const { group, keys } = entryOf(id)
      // Eight clients in one row, from the first key to the last.
      if (id === first) return { id, label: t('openClients'), group: t(`groups.${group}`), keys: keysOfClients }
      return { id, label: t(`names.${id}`), group: t(`groups.${group}`), keys }
    })
  return {
    openPalette: palette.open,
    overlays: (
      <>
        <PortalPalette palette={palette} clientId={clientId} />
        <ShortcutsSheet
          isOpen={isSheetOpen}
          onClose={() => setSheetOpen(false)}
          title={t('shortcutsTitle')}
          commands={printed}
        />
      </>
    ),
  }
}

/** The desktop shell shows in its menu what can be run now. */
const useCommandMenu = (): void => {
  const offered = useOfferedCommands()
  useEffect(
    () => offerToMenu([...offered], (id) => (isCommand(id) ? { id, run: () => runCommand(id) } : undefined)),
    [offered],
  )
}

const [first, ...others] = openClientCommands
const inOneRow: ReadonlySet<string> = new Set(others)
const keysOfClients = [...(entryOf(first).keys ?? []), ...(entryOf('openClient8').keys ?? [])]

const soloHasNot: ReadonlySet<string> = new Set(
  commandIds.filter(
    (id) =>
      ['dashboard', 'clients', 'leaveClient'].includes(id) ||
      id.startsWith('openClient') ||
      entryOf(id).group === 'clients',
  ),
)
