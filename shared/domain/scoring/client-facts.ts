/** What is known of a client when its score and its attention reasons are worked out. Every feature adds its facts. */
export type ClientFacts = {
  readonly fileState: FileState
  readonly baselineComplete: boolean
  readonly archived: boolean
}

/** How the client's file answered when it was last opened or checked. */
export type FileState = 'ok' | 'damaged' | 'missing' | 'keyMissing' | 'newerVersion'
