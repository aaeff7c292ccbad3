/** What Electron's main process and the engine's process say to each other, beside the RPC of the pages. */
import type { ErrorWords } from '#api/errors.ts'
import type { PathChoice } from '#api/host.ts'

export type EngineStart = {
  readonly dataDir: string
  readonly version: string
  /** For people; undefined where the machine offers no keychain. */
  readonly keychainName: string | undefined
  /** Whether a move to another folder counts for the next start too, and the folder that was missing at this one. */
  readonly folders: { readonly areRemembered: boolean; readonly missing: string | undefined }
  /** Opened at once, with the passphrase that the app was started with. */
  readonly unlock?: { readonly accountId: string | undefined; readonly passphrase: string | undefined }
}

export type KeychainAction = 'seal' | 'open'

export type MessageToEngine =
  | { readonly type: 'start'; readonly start: EngineStart }
  /** Save, close and end. */
  | { readonly type: 'close' }
  | { readonly type: 'keychainAnswer'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'keychainRefusal'; readonly id: number; readonly reason: string }
  | { readonly type: 'pathChosen'; readonly id: number; readonly path: string | undefined }

export type MessageFromEngine =
  | { readonly type: 'ready' }
  /** The engine could not start, and ends. */
  | { readonly type: 'failed'; readonly words: ErrorWords }
  /** What the app was started with does not fit: trying again would not help, and the engine ends. */
  | { readonly type: 'refused'; readonly words: ErrorWords }
  | { readonly type: 'choosePath'; readonly id: number; readonly choice: PathChoice }
  | { readonly type: 'showFolder'; readonly path: string }
  /** The engine works on another folder from now on, also when it is started again. */
  | { readonly type: 'moved'; readonly dataDir: string }
  | { readonly type: 'keychain'; readonly id: number; readonly action: KeychainAction; readonly bytes: Uint8Array }

/** A port cannot be handed to a process of plain Node: there its messages travel under the port's number. */
export type RelayedMessage =
  | { readonly type: 'portOpened'; readonly port: number }
  | { readonly type: 'portMessage'; readonly port: number; readonly message: unknown }
  | { readonly type: 'portClosed'; readonly port: number }

export const isRelayed = <Message extends { readonly type: string }>(
  message: Message | RelayedMessage,
): message is RelayedMessage =>
  message.type === 'portOpened' || message.type === 'portMessage' || message.type === 'portClosed'
