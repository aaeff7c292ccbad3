/** What a command gives back: one document for programs, the same in words for people. */
import type { Result } from '#domain/result.ts'
import type { CliError } from './cli-error.ts'

export type Answer = {
  readonly json: unknown
  readonly text: () => string
  /** Something went wrong although there is an answer: it is printed as well, and decides the exit code. */
  readonly problem?: CliError | undefined
}

export type Outcome = Result<Answer, CliError>
