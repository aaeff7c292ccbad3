/** One call of the command line: parses, runs, prints, and says with which code to exit. */
import { CommanderError, type Command } from 'commander'
import { err } from '#domain/result.ts'
import type { Outcome } from './answer.ts'
import { badInput, exitCodeOf, thrownFailure, type CliError } from './cli-error.ts'
import { createProgram, programName } from './create-program.ts'
import { findSecretArgument, type GlobalOptions } from './global-options.ts'
import type { Host } from './host.ts'
import { runAlone, runInAccount, runOnEngine } from './run-command.ts'
import type { Run } from './session.ts'

export const runCli = async (parameters: readonly string[], host: Host): Promise<0 | 1 | 2> => {
  const secret = findSecretArgument(parameters)
  if (secret !== undefined) return complain(host, secret)
  let outcome: Outcome | undefined
  const run: Run = {
    onEngine: async (work, { mayCreate }) => {
      outcome = await runOnEngine(program.opts<GlobalOptions>(), host, { mayCreate, work })
    },
    alone: async (work) => {
      outcome = await runAlone(program.opts<GlobalOptions>(), host, work)
    },
    inAccount: async (work) => {
      outcome = await runInAccount(program.opts<GlobalOptions>(), host, work)
    },
  }
  const program = createProgram(run, host)
  try {
    await program.parseAsync(parameters, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    outcome = err(error instanceof CommanderError ? usageError(program, error) : thrownFailure(error))
  }
  return outcome === undefined ? 0 : print(host, outcome, program.opts<GlobalOptions>().json === true)
}

const print = (host: Host, outcome: Outcome, asJson: boolean): 0 | 1 | 2 => {
  if (!outcome.ok) return complain(host, outcome.error)
  const { json, text, problem } = outcome.value
  host.stdout.write(`${asJson ? JSON.stringify(json) : text()}\n`)
  return problem === undefined ? 0 : complain(host, problem)
}

const complain = (host: Host, error: CliError): 1 | 2 => {
  host.stderr.write(`${error.words}\n`)
  return exitCodeOf(error)
}

const usageError = (program: Command, error: CommanderError): CliError => {
  const path = namedCommands(program, program.args)
  const named = path.map((command) => command.name()).join(' ')
  const help = `See ${programName} ${named}${named === '' ? '' : ' '}--help.`
  if (error.code === 'commander.help') {
    const names = (path.at(-1) ?? program).commands.map((command) => command.name()).join(', ')
    return badInput(`Say what to do: ${named === '' ? 'the command line' : named} takes ${names}.`, help)
  }
  const reason = error.message.replace(/^error: /, '').replaceAll('\n', ' ')
  return badInput(`${reason.charAt(0).toUpperCase()}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`, help)
}

/** As far as the words name one: `clients`, then `clients list`. */
const namedCommands = (parent: Command, [word, ...rest]: readonly string[]): readonly Command[] => {
  const found = parent.commands.find((command) => command.name() === word)
  return found === undefined ? [] : [found, ...namedCommands(found, rest)]
}
