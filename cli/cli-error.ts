/** What goes wrong for whoever runs a command, in one line of words: their input (exit 2) or a failure (exit 1). */
import { describeError, type EngineError, type ErrorWords } from '#api/errors.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'

export type CliError = { readonly type: 'BadInput' | 'Failed'; readonly words: string }

export const badInput = (...sentences: readonly string[]): CliError => ({ type: 'BadInput', words: oneLine(sentences) })
export const failed = (...sentences: readonly string[]): CliError => ({ type: 'Failed', words: oneLine(sentences) })

export const engineFailure = (error: EngineError): CliError => fromWords(describeError(error))

/** Whatever a command threw: an error of the router in its own words, or a bug. */
export const thrownFailure = (thrown: unknown): CliError => {
  if (isRpcError(thrown)) return fromWords(thrown)
  return failed(
    `Something went wrong inside the command line (${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)}).`,
    'Everything that was confirmed is saved.',
    'Try again; if it happens again, report what you were doing.',
  )
}

export const exitCodeOf = ({ type }: CliError): 1 | 2 => (type === 'BadInput' ? 2 : 1)

type Words = {
  readonly code: string
  readonly message: string
  readonly safe?: string | undefined
  readonly action?: string | undefined
}

/** The codes that whoever called can mend by calling differently. */
const badInputCodes: ReadonlySet<string> = new Set<ErrorWords['code']>(['BAD_REQUEST', 'UNAUTHORIZED', 'NOT_FOUND'])

const fromWords = ({ code, message, safe, action }: Words): CliError => ({
  type: badInputCodes.has(code) ? 'BadInput' : 'Failed',
  words: oneLine([message, safe, action].filter((sentence) => sentence !== undefined)),
})

const oneLine = (sentences: readonly string[]): string =>
  sentences
    .join(' ')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
