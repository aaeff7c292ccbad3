/** Installs the Debian packages that the tests use, where that needs no questions: as root, with apt. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

const readPackageList = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')

/** Where apt may be used without asking anybody. */
export const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Resolves to undefined when everything in the list is installed, else to what went wrong. */
export const installSystemPackages = async (listPath: string): Promise<string | undefined> => {
  const packages = readPackageList(await readFile(listPath, 'utf8'))
  const missing: string[] = []
  for (const name of packages) {
    if ((await run('dpkg', ['--status', name], 'ignore')) !== 0) missing.push(name)
  }
  if (missing.length === 0) return undefined
  console.error(`Installing the system packages ${missing.join(', ')} with apt (once).`)
  if ((await run('apt-get', ['update', '-qq'], 'pipe')) !== 0) return 'apt-get update failed'
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], 'pipe')
  return code === 0 ? undefined : `apt-get install ended with ${code}`
}

const run = (command: string, parameters: readonly string[], output: 'ignore' | 'pipe'): Promise<number> =>
  new Promise((done) => {
    const child = spawn(command, parameters, {
      // What apt says goes to standard error: standard output ends with the summary of the tests.
      stdio: [
        'ignore',
        output === 'ignore' ? 'ignore' : process.stderr,
        output === 'ignore' ? 'ignore' : process.stderr,
      ],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', () => done(127))
    child.on('close', (code) => done(code ?? 1))
  })
