/** What the program around an engine can do for its pages: move to another data folder, and show folders. */
import type { Result } from '#domain/result.ts'
import type { AccountSummary } from './account-access.ts'
import type { EngineError } from './errors.ts'

export type DataFolder = {
  /** Absolute, without links. */
  readonly path: string
  readonly accounts: readonly AccountSummary[]
}

export type Host = {
  /** Looks, and changes nothing. */
  findDataFolder(path: string): Promise<Result<DataFolder, EngineError>>
  /** Moves to the folder; right after the answer every connection is closed, and a new one meets the new engine. */
  useDataFolder(path: string): Promise<Result<DataFolder, EngineError>>
  /** The folder that was used last and is not there; the program then started on the usual one. */
  readonly missingFolder: string | undefined
  /** Where the host has a window of its own for it; undefined when nothing was chosen. */
  choosePath?: (choice: PathChoice) => Promise<string | undefined>
  /** In the file manager of this computer. */
  showFolder?: (path: string) => Promise<void>
}

/** What the system's dialog is asked for. */
export const pathKinds = ['folder', 'file', 'newFile'] as const
export type PathChoice = {
  readonly kind: (typeof pathKinds)[number]
  /** Of a new file: its name until the person writes another one. */
  readonly name?: string | undefined
}

/** For the page. */
export type HostAbilities = {
  readonly canMove: boolean
  readonly canChoose: boolean
  readonly canShow: boolean
  readonly missingFolder: string | null
}

export const abilitiesOf = (host: Host | undefined): HostAbilities => ({
  canMove: host !== undefined,
  canChoose: host?.choosePath !== undefined,
  canShow: host?.showFolder !== undefined,
  missingFolder: host?.missingFolder ?? null,
})
