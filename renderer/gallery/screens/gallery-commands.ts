/** Some commands, as a registry would hold them. */
import type { Command } from '#renderer/components/keys/command.ts'

export const galleryCommands: readonly Command[] = [
  { id: 'palette', label: 'Search or run', group: 'Everywhere', keys: ['Mod+K'] },
  { id: 'dashboard', label: 'Go to the dashboard', group: 'Everywhere', keys: ['G', 'D'] },
  { id: 'clients', label: 'Go to clients', group: 'Everywhere', keys: ['G', 'C'] },
  { id: 'lock', label: 'Lock', group: 'Everywhere', keys: ['Mod+L'] },
  { id: 'undo', label: 'Undo', group: 'Everywhere', keys: ['Mod+Z'] },
  { id: 'redo', label: 'Redo', group: 'Everywhere', keys: ['Mod+Shift+Z'] },
  { id: 'next', label: 'Next row', group: 'Lists', keys: ['J'] },
  { id: 'previous', label: 'Previous row', group: 'Lists', keys: ['K'] },
  { id: 'select', label: 'Select the row', group: 'Lists', keys: ['Space'] },
  { id: 'add', label: 'Add client', group: 'Lists', keys: ['N'] },
]
