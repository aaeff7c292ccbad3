import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { callCliHere, createTestCli, expectRefusal, runCliProcess } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

/** What is refused here opens nothing. */
const runHere = callCliHere(runCli)

describe('the arguments', () => {
  test.each([
    [[], 'takes practice, clients'],
    [['clients'], 'clients takes import, add, list'],
    [['clientz'], "Unknown command 'clientz' (Did you mean clients?)"],
    [['clients', 'remove'], "Unknown command 'remove'"],
    [['clients', 'list', '--sorted'], "Unknown option '--sorted'"],
    [['clients', 'list', '--status', 'gone'], 'Allowed choices are client, prospect'],
    [['clients', 'list', 'extra'], 'Too many arguments'],
    [['clients', 'show'], "Required option '--client <id or name>' not specified"],
    [['sample', 'create', '--clients', '10001'], 'Use a whole number from 1 to 10000'],
    [['sample', 'create', '--seed', '-1'], 'Use a whole number from 0'],
    [['clients', 'list', '--data-dir', ''], '--data-dir is empty'],
  ])('[CLI-1] are refused in one line where they are not known: %j', async (parameters, words) => {
    expect(expectRefusal(await runHere(parameters))).toContain(words)
  })

  test('[CLI-1] that are wrong point to the help of what was meant', async () => {
    expect(expectRefusal(await runCliProcess(['clients', 'list', '--sorted']))).toContain('clients list --help')
  })

  test('[CLI-2] --help prints the command and the options of every command, and opens nothing', async () => {
    const cli = createTestCli()
    const help = await cli.run(['clients', 'import', '--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const word of ['--map', '--no-header', '--data-dir', '--json', '--passphrase-file']) {
      expect(help.stdout).toContain(word)
    }
    expect(existsSync(cli.dataDir)).toBe(false)
  })

  test.each(['--passphrase', '--new-passphrase', '--recovery-key'])(
    '[CLI-23] that hold a secret are refused before anything is opened: %s',
    async (option) => {
      const cli = createTestCli(runCli)
      for (const parameters of [[option, 'open sesame'], [`${option}=open sesame`]]) {
        const line = expectRefusal(await cli.run(['keyring', 'recover', ...parameters]))
        expect(line).toContain(`${option}-file`)
        expect(line).toContain(`SECURATLAS_${option.slice(2).toUpperCase().replace('-', '_')}`)
        expect(line).toContain('process list')
        expect(line).not.toContain('sesame')
      }
      expect(existsSync(cli.dataDir)).toBe(false)
    },
  )
})

describe('the data folder', () => {
  test('[CLI-10] is made only by what begins something, and must be a folder', async () => {
    const cli = createTestCli(runCli)
    const missing = expectRefusal(await cli.run(['clients', 'list']))
    expect(missing).toContain(cli.dataDir)
    expect(missing).toContain('practice init')
    expect(existsSync(cli.dataDir)).toBe(false)
    const file = cli.write('file', '')
    expect(expectRefusal(await cli.run(['dashboard', '--data-dir', file]))).toContain('is a file')
  })

  test('[CLI-10] is that of SECURATLAS_DATA_DIR where no option names one', async () => {
    const cli = createTestCli()
    const other = join(cli.folder, 'elsewhere')
    const line = expectRefusal(await runHere(['clients', 'list'], { env: { SECURATLAS_DATA_DIR: other } }))
    expect(line).toContain(other)
  })
})
