/** The palette over a thousand clients. */
import { IconBuilding, IconShield, IconTerminal2 } from '@tabler/icons-react'
import { useHotkeys } from '@mantine/hooks'
import { CommandPalette, createPalette } from '#renderer/components/commands/command-palette.tsx'
import { RiskGlyph } from '#renderer/components/risk/risk-glyph.tsx'
import { sampleClients } from '../sample-clients.ts'
import { galleryCommands } from './gallery-commands.ts'

export const galleryPalette = createPalette()

const clients = sampleClients(1000).map((client) => ({
  id: client.id,
  label: client.name,
  note: client.score === undefined ? 'no baseline' : `score ${client.score}`,
  icon: client.score === undefined ? <IconBuilding size={16} stroke={1.6} /> : <RiskGlyph band={client.band} />,
  onRun: () => {
    location.hash = '#panel'
  },
}))

const things = [
  'Backups automatic and encrypted',
  'Restore tested twice a year',
  'Multi-factor sign-in for remote access',
].map((label, index) => ({
  id: `control-${index}`,
  label,
  note: 'control',
  icon: <IconShield size={16} stroke={1.6} />,
  onRun: () => undefined,
}))

const commands = galleryCommands.map((command) => ({
  ...command,
  icon: <IconTerminal2 size={16} stroke={1.6} />,
  onRun: () => undefined,
}))

const groups = [
  { id: 'clients', label: 'Clients', kind: 'client', entries: clients },
  { id: 'things', label: 'In Ardent Dental Group', kind: 'thing', entries: things },
  { id: 'commands', label: 'Commands', kind: 'command', entries: commands },
] as const

export const GalleryPalette = () => {
  useHotkeys([['mod+K', galleryPalette.open]], [])
  return (
    <CommandPalette
      palette={galleryPalette}
      groups={groups}
      texts={{
        label: 'Search or run',
        placeholder: 'Search or run',
        nothingFound: 'Nothing matches. Try fewer letters.',
        move: 'move',
        open: 'open',
        newWindow: 'in new window',
        prefixes: '> commands, # requirements, @ people',
      }}
    />
  )
}
