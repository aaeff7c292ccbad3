/** What an engine does, as its callers see it. shared/engine fulfils it; routers and hosts know only this. */
import type { FieldChange } from '#domain/document/record-change.ts'
import type { ActivityRow } from '#domain/document/activity-row.ts'
import type { Client, Contact } from '#domain/entities/client.ts'
import type { DefaultSetting } from '#domain/defaults/default-settings.ts'
import type { MutationInput, MutationName } from '#domain/mutations/mutation-registry.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import type { Result } from '#domain/result.ts'
import type { AccountPractice, NewPractice } from './practice.ts'
import type { DeletableName } from '#domain/mutations/trash-mutations.ts'
import type { AccountEvidence } from './evidence.ts'
import type { AccountNotes } from './notes.ts'
import type { AccountLibraries } from './libraries.ts'
import type { AccountAccess, AccountSummary } from './account-access.ts'
import type { AccountBackups, AccountRestored, BackupFile, BackupSecret } from './backups.ts'
import type { AccountExport, ImportAll, ImportedAll } from './export-all.ts'
import type { Preferences } from './preferences.ts'
import type { AccountChanges, ExportQuery } from './client-changes.ts'
import type { AccountImports } from './client-import.ts'
import type { ActivityQuery, ClientGroup, ClientGroupsQuery, ClientQuery, Namesake } from './queries.ts'
import type { EngineError } from './errors.ts'
import type { EngineEvent } from './events.ts'
import type { Job, JobRef } from './jobs.ts'
import type { SearchAnswer, SearchQuery } from './search.ts'
import type { LeavingClients } from './leaving-clients.ts'

export type Engine = {
  readonly version: string
  readonly dataDir: string
  /** The machine's keychain, for people; undefined where the host has none. */
  readonly keychainName: string | undefined
  /** Accounts of the data folder, ordered by id; locked ones too. */
  listAccounts(): Promise<readonly AccountSummary[]>
  createAccount(account: NewAccount): Promise<Result<NewAccountKeys, EngineError>>
  /** Opens the account for everybody who talks to this engine. Already open: the secret is still verified. */
  unlockAccount(accountId: string, secret: UnlockSecret): Promise<Result<Account, EngineError>>
  findAccount(accountId: string): Account | undefined
  lockAccount(accountId: string): Promise<void>
  /** Sets a new passphrase with the recovery key. */
  recoverAccount(accountId: string, recoveryKey: string, newPassphrase: string): Promise<Result<void, EngineError>>
  /** A practice with invented clients, in an account of its own. */
  createSample(sample: SampleOptions): Promise<Result<SampleCreated, EngineError>>
  /** The account of a backup, into this data folder; it is locked afterwards. */
  restoreBackup(
    backup: BackupFile & { readonly secret: BackupSecret },
    control: WorkControl,
  ): Promise<Result<AccountRestored, EngineError>>
  /** The account of an export, into this data folder under new keys; it is locked afterwards. */
  importAll(order: ImportAll, control: WorkControl): Promise<Result<ImportedAll, EngineError>>
  onEvent(listener: (event: EngineEvent) => void): () => void
  /** Finishes what is running, refreshes every dirty row, closes all files and lets go of the data folder. */
  close(): Promise<void>
}

export type WorkControl = { readonly signal: AbortSignal; report(done: number, total: number): void }

export type UnlockSecret = { readonly passphrase: string } | { readonly keychain: true }

export type NewAccount = {
  readonly practice: NewPractice
  /** The first member, who is the owner. Without a name the practice's own is taken. */
  readonly ownerName?: string | undefined
  /** Optional only where the host has a keychain. */
  readonly passphrase?: string | undefined
  /** Whether the keychain opens the account too. Without a passphrase it does in any case. */
  readonly useKeychain?: boolean | undefined
}
export type NewAccountKeys = { readonly accountId: string; readonly recoveryKey: string }

export type SampleOptions = {
  /** 1 to 10,000. */
  readonly clients: number
  readonly seed: number
  /** Only the client records: for volume. */
  readonly light: boolean
  readonly passphrase?: string | undefined
}
export type SampleCreated = NewAccountKeys & { readonly job: JobRef }

/** One unlocked account. Everything in it is checked against the acting member's role. */
export type Account = AccountPractice &
  AccountAccess &
  AccountExport & {
    readonly id: string
    readonly clients: AccountClients
    readonly changes: AccountChanges
    readonly imports: AccountImports
    readonly notes: AccountNotes
    readonly evidence: AccountEvidence
    readonly libraries: AccountLibraries
    readonly jobs: AccountJobs
    readonly backups: AccountBackups
    search(query: SearchQuery): SearchAnswer
    /** Undoes the newest edit of this session that has not been undone, in whichever client it was. */
    undo(): Promise<Result<UndoAnswer, EngineError>>
    redo(): Promise<Result<UndoAnswer, EngineError>>
    /** New account key, new key for every file, new recovery key. The passphrase of an account that has one. */
    rotateKeys(passphrase: string): Promise<Result<{ readonly recoveryKey: string; readonly job: JobRef }, EngineError>>
    startDoctor(): JobRef
    /** Of this device. */
    preferences(): Preferences
    setPreferences(change: Partial<Preferences>): Preferences
  }

export type AccountClients = LeavingClients & {
  list(query: ClientQuery): ClientPage
  counts(): PortfolioCounts
  /** In the order in which `list` has them. */
  groups(query: ClientGroupsQuery): readonly ClientGroup[]
  filterValues(): ClientFilterValues
  overrideCounts(): OverrideCounts
  get(clientId: string): Result<ClientRow, EngineError>
  /** By id, or by a name that only one client has (case aside). */
  find(idOrName: string): Result<ClientRow, EngineError>
  /** Several clients may have one name, but nobody should make that happen unawares. */
  namesakes(name: string): readonly Namesake[]
  add(client: MutationInput<'client.create'>): Promise<Result<ClientRow, EngineError>>
  edit<Name extends MutationName>(
    clientId: string,
    name: Name,
    input: MutationInput<Name>,
  ): Promise<Result<EditAnswer, EngineError>>
  /** The whole record, from the client's own file. */
  getProfile(clientId: string): Result<Client, EngineError>
  listContacts(clientId: string): Result<readonly Contact[], EngineError>
  listTrash(clientId: string): Result<readonly TrashItem[], EngineError>
  /** Null before the first visit. */
  sinceLastVisit(clientId: string): Result<ClientVisit | null, EngineError>
  noteVisit(clientId: string): Result<void, EngineError>
  listActivity(clientId: string, query: ActivityQuery): Result<ActivityPage, EngineError>
  startImport(file: ImportFile): Result<JobRef, EngineError>
  /** A CSV or XLSX file of the clients that the query finds, or of those that are selected among them. */
  exportTable(wanted: ExportQuery): Promise<Result<Uint8Array, EngineError>>
}

export type AccountJobs = {
  list(): readonly Job[]
  find(jobId: string): Job | undefined
  cancel(jobId: string): boolean
  /** Yields the job at every change and ends with it. */
  watch(jobId: string, signal?: AbortSignal): AsyncIterable<Job>
}

/** `changes` is empty when everything was so already. */
export type EditAnswer = { readonly changes: readonly FieldChange[]; readonly at: string }
export type UndoAnswer = EditAnswer & { readonly spaceId: string }

export type ClientPage = { readonly items: readonly ClientRow[]; readonly total: number }

export type PortfolioCounts = {
  readonly clients: number
  readonly prospects: number
  readonly archived: number
  readonly byBand: Readonly<Record<ClientRow['band'], number>>
  /** Clients whose most urgent reason is in this tier; `none` for the rest. */
  readonly byAttention: Readonly<Record<'now' | 'soon' | 'watch' | 'none', number>>
  readonly byReason: Readonly<Record<string, number>>
  /** Low band and no attention reason. */
  readonly healthy: number
}

/** What happened in a client since somebody last looked at it on this device. */
export type ClientVisit = {
  /** When that was. */
  readonly at: string
  /** Fields that were set since. */
  readonly count: number
  /** The newest of them, newest first. */
  readonly items: readonly ActivityEntry[]
}

/** Ordered by value, case aside; archived clients are not counted. */
export type ClientFilterValues = {
  readonly industries: readonly ClientFilterValue[]
  readonly tags: readonly ClientFilterValue[]
}
export type ClientFilterValue = { readonly value: string; readonly count: number }

/** Clients that decide the setting for themselves; a setting that nobody does is absent. */
export type OverrideCounts = Readonly<Partial<Record<DefaultSetting, number>>>

export type ActivityEntry = ActivityRow & { readonly serverAt: string | null }
export type ActivityPage = { readonly items: readonly ActivityEntry[]; readonly nextCursor: string | null }

export type TrashItem = {
  readonly entity: DeletableName
  readonly id: string
  readonly name: string
  readonly deletedAt: string
  /** The day after which it is removed for good. */
  readonly until: string
}

export type ImportFile = {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** `name=Company,industry=Sector`; without it the headings are recognised. */
  readonly map?: string | undefined
  readonly header?: boolean | undefined
}
export type ImportReport = {
  readonly accepted: number
  readonly refused: readonly { readonly line: number; readonly reason: string }[]
}

export type DoctorReport = {
  readonly clean: boolean
  readonly files: number
  readonly problems: readonly DoctorProblem[]
}
export type DoctorProblem = {
  /** `portfolio`, or the tenant's id. */
  readonly space: string
  readonly check:
    | 'open'
    | 'pages'
    | 'projection'
    | 'activity'
    | 'evidence'
    | 'portfolioRow'
    | 'search'
    | 'keys'
    | 'leftover'
  readonly detail: string
}
