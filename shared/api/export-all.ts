/** The whole account in open formats: out of the app, and into an empty data folder again. */
import type { Result } from '#domain/result.ts'
import type { NewAccountKeys } from './engine.ts'
import type { EngineError } from './errors.ts'
import type { JobRef } from './jobs.ts'

export type AccountExport = {
  /** Into a zip file that is not encrypted. Result: `ExportedAll`. */
  startExportAll(target: {
    readonly path: string
    readonly replace?: boolean | undefined
  }): Promise<Result<JobRef, EngineError>>
}

export type ExportedAll = {
  readonly path: string
  readonly at: string
  readonly clients: number
  readonly files: number
  readonly bytes: number
  /** Clients whose file was damaged or missing. */
  readonly leftOut: readonly string[]
}

export type ImportAll = {
  readonly path: string
  /** Of the account that is made; its recovery key is new. */
  readonly passphrase: string
}
export type ImportedAll = NewAccountKeys & {
  /** When it was exported. */
  readonly at: string
  readonly clients: number
}
