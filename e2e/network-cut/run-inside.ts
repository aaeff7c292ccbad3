/**
 * Runs a vitest inside a network namespace that has nothing but the loopback, and prints as JSON what became of it and
 * what was tried: the kernel counts every connection and every datagram for which there is no way out.
 */
import { spawnSync } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

export type Inside = {
  readonly testsCode: number | null
  readonly output: string
  /** Tries to leave, during the tests. */
  readonly tries: number
  /** Of this program itself, afterwards: that the cut is real and that tries are counted. */
  readonly own: { readonly connecting: string; readonly asking: string; readonly tries: number }
}

/** An address for documentation, which nobody has. */
const outside = '192.0.2.1'

const countTries = (): number => {
  const [names, values] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'))
    .map((line) => line.split(' '))
  return Number(values?.[names?.indexOf('OutNoRoutes') ?? -1])
}

const connectOutside = async (): Promise<string> => {
  const socket = connect(80, outside)
  const [outcome] = (await Promise.race([
    once(socket, 'error'),
    once(socket, 'connect').then(() => ['connected']),
  ])) as [NodeJS.ErrnoException | string]
  socket.destroy()
  return typeof outcome === 'string' ? outcome : (outcome.code ?? outcome.message)
}

const askForName = (): Promise<string> =>
  lookup('example.com').then(
    ({ address }) => address,
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  )

const run = (command: string, parameters: readonly string[]): void => {
  const { status, stderr } = spawnSync(command, parameters, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}`)
}

const [folder = '', script = '', ...parameters] = process.argv.slice(2)
run('ip', ['link', 'set', 'lo', 'up'])
// Names would be asked for at a resolver on this machine otherwise, where no try is seen.
writeFileSync(join(folder, 'resolv.conf'), `nameserver ${outside}\n`)
run('mount', ['--bind', join(folder, 'resolv.conf'), '/etc/resolv.conf'])

const before = countTries()
const tests = spawnSync(process.execPath, [script, ...parameters], { encoding: 'utf8' })
const after = countTries()
const own = { connecting: await connectOutside(), asking: await askForName(), tries: countTries() - after }
const inside: Inside = { testsCode: tests.status, output: tests.stdout + tests.stderr, tries: after - before, own }
console.log(JSON.stringify(inside))
