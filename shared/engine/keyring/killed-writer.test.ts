import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  copyPath,
  expectOk,
  keyringPath,
  makeAccount,
  readText,
  reopen,
  temporaryFolder,
} from '#testing/keyring-account.ts'

const projectRoot = dirname(dirname(dirname(import.meta.dirname)))

/** Adds keys, destroys every third and rotates every fifth, and prints what was promised, until it is killed. */
const writer = `
  import { randomBytes, randomUUID } from 'node:crypto'
  import { openKeyring } from '#engine/keyring/open-keyring.ts'
  const [folder, recoveryKey, round] = process.argv.slice(1)
  const random = { id: randomUUID, bytes: (length) => randomBytes(length) }
  const { value: keyring } = await openKeyring({ folder, unlockWith: { recoveryKey }, random })
  const say = (...words) => process.stdout.write(words.join(' ') + '\\n')
  const keyOf = (file) => keyring.keysOf(file)[0].toString('hex')
  say('ready')
  for (let index = 0; ; index++) {
    const file = round + '/' + index
    await keyring.addKeys([file, file + '.files'])
    say('has', file, keyOf(file))
    if (index % 5 === 1) {
      await keyring.beginFileRotation(file)
      say('turns', file)
      await keyring.endFileRotation(file)
      say('has', file, keyOf(file))
    }
    if (index % 3 === 0) {
      say('destroys', file)
      await keyring.destroyKeys([file])
      say('destroyed', file)
    }
  }
`

test('[KEY-4] a writer killed at any moment leaves every promised key, and no destroyed one', async () => {
  const { folder, recoveryKey } = await makeAccount({ folder: join(temporaryFolder(), 'account') })
  const promised = new Map<string, string>()
  for (let round = 0; round < 8; round++) {
    const args = ['--input-type=module', '-e', writer, folder, recoveryKey, String(round)]
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    while (!output.includes('ready')) await wait(5)
    await wait(20 + Math.random() * 150)
    child.kill('SIGKILL')
    await once(child, 'close')
    for (const line of output.slice(0, output.lastIndexOf('\n')).split('\n')) {
      const [word, file = '', key = ''] = line.split(' ')
      if (word === 'has') promised.set(file, key)
      if (word === 'turns' || word === 'destroys') promised.delete(file)
      if (word === 'destroyed') promised.set(file, 'destroyed')
    }
    const opened = expectOk(await reopen(folder, { unlockWith: { recoveryKey } }))
    expect(opened.damagedLines()).toEqual([])
    for (const [file, key] of promised) {
      const found = opened.isDestroyed(file) ? 'destroyed' : opened.keysOf(file)[0]?.toString('hex')
      expect(`${file} ${found}`).toBe(`${file} ${key}`)
    }
    expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
  }
  expect(promised.size).toBeGreaterThan(20)
}, 60_000)
