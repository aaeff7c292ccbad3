/** The palette of the portal: clients, records in the open client and in all of them, people, commands. */
import { IconAddressBook, IconFileText, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientHit, RecordHit } from '#api/search.ts'
import { commandIds, entryOf } from '#renderer/commands/command-catalog.ts'
import { runCommand, useOfferedCommands } from '#renderer/commands/use-commands.ts'
import { CommandPalette, type Palette, type PaletteItem } from '#renderer/components/commands/command-palette.tsx'
import type { PaletteGroup } from '#renderer/components/commands/palette-search.ts'
import { Monogram } from '#renderer/components/identity/monogram.tsx'
import { placeOfHit } from '#renderer/features/search/hit-places.ts'
import { useSearch } from '#renderer/features/search/use-search.ts'
import { isInDesktop } from '#renderer/rpc/desktop-bridge.ts'
import { CommandIcon } from './command-icons.tsx'

export type PortalPaletteProps = { readonly palette: Palette; readonly clientId: string | undefined }

export const PortalPalette = ({ palette, clientId }: PortalPaletteProps) => {
  const { t } = useTranslation('commands')
  const [typed, setTyped] = useState('')
  const found = useSearch(typed, clientId)
  const items = usePaletteItems()
  const commands = useCommandItems()
  const groups = useMemo((): readonly PaletteGroup<PaletteItem>[] => {
    const here = new Set(found.recordsHere.map(({ id }) => id))
    const elsewhere = found.records.filter(({ id }) => !here.has(id))
    const things = (records: readonly RecordHit[]) => records.filter(({ isPerson }) => !isPerson).flatMap(items.record)
    const people = (records: readonly RecordHit[]) => records.filter(({ isPerson }) => isPerson).flatMap(items.record)
    return [
      {
        id: 'clients',
        label: t(found.text === '' ? 'recentGroup' : 'clientsGroup'),
        kind: 'client',
        entries: found.clients.map(items.client),
      },
      {
        id: 'here',
        label: t('inClient', { name: found.recordsHere[0]?.clientName ?? '' }),
        kind: 'thing',
        entries: things(found.recordsHere),
      },
      { id: 'everywhere', label: t('acrossClients'), kind: 'thing', entries: things(elsewhere) },
      {
        id: 'people',
        label: t('peopleGroup'),
        kind: 'person',
        entries: [...people(found.recordsHere), ...people(elsewhere), ...found.members.map(items.member)],
      },
      { id: 'commands', label: t('commandsGroup'), kind: 'command', entries: commands },
    ]
  }, [commands, found, items, t])
  return (
    <CommandPalette
      palette={palette}
      groups={groups}
      onQueryChange={setTyped}
      texts={{
        label: t('paletteLabel'),
        placeholder: t('palettePlaceholder'),
        nothingFound: t('nothingFound'),
        notice: found.isComplete ? undefined : t('preparing'),
        move: t('move'),
        open: t('open'),
        newWindow: isInDesktop() ? undefined : t('newWindow'),
        prefixes: t('prefixes'),
      }}
    />
  )
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** Entries of what the engine found, which has ranked them. */
const usePaletteItems = () => {
  const { t } = useTranslation('commands')
  const navigate = useNavigate()
  return useMemo(() => {
    const openClient = (clientId: string, newWindow: boolean): void =>
      newWindow && !isInDesktop()
        ? void window.open(`${location.pathname}#/clients/${clientId}`)
        : void navigate({ to: '/clients/$clientId', params: { clientId } })
    return {
      client: ({ id, name, industry, archivedAt }: ClientHit): PaletteItem => ({
        id,
        isFound: true,
        label: name,
        note: archivedAt === null ? (industry ?? undefined) : t('archived'),
        icon: <Monogram name={name} kind="client" size={18} />,
        onRun: ({ newWindow }) => openClient(id, newWindow),
      }),
      record: (hit: RecordHit): readonly PaletteItem[] => {
        const place = placeOfHit(hit)
        if (place === undefined) return []
        const client = hit.isArchived ? `${hit.clientName}, ${t('archived')}` : hit.clientName
        return [
          {
            id: hit.id,
            isFound: true,
            label: hit.title,
            note: hit.detail === '' ? client : t('atClient', { detail: hit.detail, client }),
            icon: hit.isPerson ? <IconAddressBook {...icon} /> : <IconFileText {...icon} />,
            onRun: () => void navigate(place),
          },
        ]
      },
      member: ({ id, name }: { readonly id: string; readonly name?: string | null | undefined }): PaletteItem => ({
        id,
        isFound: true,
        label: name ?? '',
        note: t('member'),
        icon: <IconUser {...icon} />,
        onRun: () => void navigate({ to: '/clients', search: { owner: id } }),
      }),
    }
  }, [navigate, t])
}

const useCommandItems = (): readonly PaletteItem[] => {
  const { t } = useTranslation('commands')
  const offered = useOfferedCommands()
  return useMemo(
    () =>
      commandIds
        .filter((id) => offered.has(id) && entryOf(id).keyOnly !== true)
        .map((id) => ({
          id: `command-${id}`,
          label: t(`names.${id}`),
          keys: entryOf(id).keys,
          keywords: [t(`groups.${entryOf(id).group}`)],
          icon: <CommandIcon id={id} />,
          onRun: () => runCommand(id),
        })),
    [offered, t],
  )
}
