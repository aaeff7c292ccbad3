/** What happens in an engine while somebody looks: screens ask again for what an event names. */
export type EngineEvent =
  | { readonly type: 'accountsChanged' }
  | { readonly type: 'practiceChanged'; readonly accountId: string }
  /** Committed edits in a client. */
  | {
      readonly type: 'clientChanged'
      readonly accountId: string
      readonly clientId: string
      readonly entities: readonly string[]
    }
  /** The text of a note, some moments ago: whoever has it open is told at once, elsewhere. */
  | { readonly type: 'noteChanged'; readonly accountId: string; readonly clientId: string }
  /** Rows of the read model: lists and figures are newer now. `null`: many. */
  | { readonly type: 'portfolioChanged'; readonly accountId: string; readonly clientIds: readonly string[] | null }
  | { readonly type: 'jobChanged'; readonly accountId: string; readonly jobId: string }
