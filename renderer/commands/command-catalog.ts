/**
 * Every command of the app, once: its part of the sheet of keys and its keys. A screen says what a command does while it
 * is shown (`use-commands.ts`); keys, palette, tooltips, menus and the sheet all read from here. Words: `command-texts.ts`.
 */

export type CommandGroup = 'go' | 'everywhere' | 'lists' | 'clients' | 'client'

export type CommandEntry = {
  readonly group: CommandGroup
  /** Pressed one after the other: ["G", "D"], or ["Mod+K"] for one chord. */
  readonly keys?: readonly string[]
  /** Also while a text field has the focus: only for chords that a field has no use for. */
  readonly worksInFields?: true
  /** Heard by the part that it moves in, such as the table with its cursor: the sheet lists it, the palette does not. */
  readonly heardElsewhere?: true
  /** Also while a dialog or a menu is open. */
  readonly worksCovered?: true
  /** Has no place in the palette: what it closes is not to be seen there. */
  readonly keyOnly?: true
}

export const commandCatalog = {
  dashboard: { group: 'go', keys: ['G', 'D'] },
  clients: { group: 'go', keys: ['G', 'C'] },
  settings: { group: 'go', keys: ['G', 'S'] },
  preferences: { group: 'go', keys: ['Mod+,'], worksInFields: true, keyOnly: true },
  openClient1: { group: 'go', keys: ['Mod+1'], worksInFields: true, keyOnly: true },
  openClient2: { group: 'go', keys: ['Mod+2'], worksInFields: true, keyOnly: true },
  openClient3: { group: 'go', keys: ['Mod+3'], worksInFields: true, keyOnly: true },
  openClient4: { group: 'go', keys: ['Mod+4'], worksInFields: true, keyOnly: true },
  openClient5: { group: 'go', keys: ['Mod+5'], worksInFields: true, keyOnly: true },
  openClient6: { group: 'go', keys: ['Mod+6'], worksInFields: true, keyOnly: true },
  openClient7: { group: 'go', keys: ['Mod+7'], worksInFields: true, keyOnly: true },
  openClient8: { group: 'go', keys: ['Mod+8'], worksInFields: true, keyOnly: true },
  back: { group: 'go', keys: ['Alt+ArrowLeft'], worksInFields: true },
  forward: { group: 'go', keys: ['Alt+ArrowRight'], worksInFields: true },
  palette: { group: 'everywhere', keys: ['Mod+K'], worksInFields: true, keyOnly: true },
  undo: { group: 'everywhere', keys: ['Mod+Z'] },
  redo: { group: 'everywhere', keys: ['Mod+Shift+Z'] },
  sidebar: { group: 'everywhere', keys: ['Mod+B'] },
  lock: { group: 'everywhere', keys: ['Mod+L'], worksInFields: true, worksCovered: true },
  region: { group: 'everywhere', keys: ['F6'], heardElsewhere: true },
  shortcuts: { group: 'everywhere', keys: ['?'] },
  jobs: { group: 'everywhere' },
  move: { group: 'lists', keys: ['J', 'K'], heardElsewhere: true },
  open: { group: 'lists', keys: ['Enter'], heardElsewhere: true },
  openPage: { group: 'lists', keys: ['Mod+Enter'], heardElsewhere: true },
  searchClients: { group: 'clients', keys: ['/'] },
  addClient: { group: 'clients', keys: ['N'] },
  importClients: { group: 'clients' },
  closePanel: { group: 'clients', keys: ['Escape'], keyOnly: true },
  clientOverview: { group: 'client' },
  clientActivity: { group: 'client' },
  clientSettings: { group: 'client' },
  addNote: { group: 'client', keys: ['N'] },
  leaveClient: { group: 'client', keys: ['Escape'], keyOnly: true },
} as const satisfies Readonly<Record<string, CommandEntry>>

export type CommandId = keyof typeof commandCatalog

export const commandIds = Object.keys(commandCatalog) as readonly CommandId[]

export const isCommand = (id: string): id is CommandId => Object.hasOwn(commandCatalog, id)

export const entryOf = (id: CommandId): CommandEntry => commandCatalog[id]

/** Of the eight clients in the sidebar, from the first. */
export const openClientCommands = [
  'openClient1',
  'openClient2',
  'openClient3',
  'openClient4',
  'openClient5',
  'openClient6',
  'openClient7',
  'openClient8',
] as const satisfies readonly CommandId[]
