/** Keys, menu, palette and sheet of keys of the open account: all from the one list of commands. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandPalette, createPalette, type PaletteItem } from '#renderer/components/commands/command-palette.tsx'
import type { PaletteGroup } from '#renderer/components/commands/palette-search.ts'
import { ShortcutsSheet } from '#renderer/components/commands/shortcuts-sheet.tsx'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { isInDesktop } from '#renderer/rpc/desktop-bridge.ts'
import { offerToMenu } from '#renderer/rpc/desktop-menu.ts'
import { usePractice } from '#renderer/features/clients/use-clients.ts'
import type { AppCommand } from './app-command.ts'
import { createKeySequence } from './key-sequence.ts'
import { useAppCommands } from './use-app-commands.tsx'
import { usePaletteClients } from './use-palette-clients.ts'

export type Commands = { readonly openPalette: () => void; readonly overlays: ReactNode }

export const useCommands = (): Commands => {
  const [palette] = useState(createPalette)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const isSolo = usePractice().data?.practice.mode === 'solo'
  const commands = useAppCommands({ openPalette: palette.open, openShortcuts: () => setSheetOpen(true), isSolo })
  useKeysAndMenu(commands)
  const { t } = useTranslation('commands')
  return {
    openPalette: palette.open,
    overlays: (
      <>
        <PortalPalette palette={palette} commands={commands} />
        <ShortcutsSheet
          isOpen={isSheetOpen}
          onClose={() => setSheetOpen(false)}
          title={t('shortcutsTitle')}
          commands={commands}
        />
      </>
    ),
  }
}

const useKeysAndMenu = (commands: readonly AppCommand[]): void => {
  const newest = useRef(commands)
  useEffect(() => {
    newest.current = commands
  }, [commands])
  const offered = commands.map(({ id }) => id).join(' ')
  useEffect(
    () => offerToMenu(offered.split(' '), (id) => newest.current.find((command) => command.id === id)),
    [offered],
  )
  useEffect(() => {
    const sequence = createKeySequence(() => performance.now())
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const command = sequence.press(event, newest.current)
      if (command === undefined) return
      event.preventDefault()
      command.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

type PortalPaletteProps = {
  readonly palette: ReturnType<typeof createPalette>
  readonly commands: readonly AppCommand[]
}

const PortalPalette = ({ palette, commands }: PortalPaletteProps) => {
  const { t } = useTranslation('commands')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const clients = usePaletteClients(typed)
  const groups = useMemo(
    (): readonly PaletteGroup<PaletteItem>[] => [
      {
        id: 'clients',
        label: t('clientsGroup'),
        kind: 'client',
        entries: clients.map(({ id, name, industry, externalId }) => ({
          id,
          label: name,
          note: industry ?? undefined,
          keywords: externalId === null ? undefined : [externalId],
          icon: <Monogram name={name} kind="client" size={18} />,
          onRun: ({ newWindow }) =>
            newWindow && !isInDesktop()
              ? void window.open(`${location.pathname}#/clients/${id}`)
              : void navigate({ to: '/clients/$clientId', params: { clientId: id } }),
        })),
      },
      {
        id: 'commands',
        label: t('commandsGroup'),
        kind: 'command',
        entries: commands.map(({ id, label, keys, icon, run }) => ({ id, label, keys, icon, onRun: run })),
      },
    ],
    [clients, commands, navigate, t],
  )
  return (
    <CommandPalette
      palette={palette}
      groups={groups}
      onQueryChange={setTyped}
      texts={{
        label: t('paletteLabel'),
        placeholder: t('palettePlaceholder'),
        nothingFound: t('nothingFound'),
        move: t('move'),
        open: t('open'),
        newWindow: isInDesktop() ? undefined : t('newWindow'),
        prefixes: t('prefixes'),
      }}
    />
  )
}
